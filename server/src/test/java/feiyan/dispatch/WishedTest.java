package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whom the resident would like stands first, with what stands against it. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class WishedTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Candidates candidates;

    @Autowired
    private AppClock clock;

    @Test
    void whoWasAskedForIsThereAndSoIsWhyTheyCannotCome() {
        var village = Village.in(house);
        var wednesday = Village.wednesday(clock.instant());
        var zhao = village.volunteer("Zhao");
        var project = village.project(1, 60);
        var order = wishing(village, project, wednesday, zhao.person());
        var sheet = village.the(ServiceSheets.class).find(village.county, order).orElseThrow();
        var slot = village.slot(order, wednesday);

        var wished = candidates.wished(village.clerk, sheet, slot).orElseThrow();
        assertThat(wished.suggestion().volunteer()).isEqualTo(zhao.person());
        assertThat(wished.against()).isEmpty();

        var other = village.approved(project, wednesday);
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        other,
                        village.version(other),
                        slot,
                        List.of(new Invitee.ToVolunteer(zhao.person())))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(zhao, offer).orThrow();
        assertThat(candidates.wished(village.clerk, sheet, slot).orElseThrow().against())
                .containsExactly(Obstacle.OVERLAP);

        var without =
                village.the(ServiceSheets.class).find(village.county, other).orElseThrow();
        assertThat(candidates.wished(village.clerk, without, slot)).isEmpty();
    }

    private static OrderId wishing(Village village, ProjectId project, Instant from, PersonId named) {
        var need = new NewOrder(
                village.requester.person(),
                Channel.PHONE_PAGE,
                village.station,
                project,
                "Her hair has grown long",
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                Village.SQUARE,
                new Slot(from, from.plus(Duration.ofDays(2))),
                false,
                null,
                named);
        var order = village.the(Orders.class).place(village.requester, need).orThrow();
        return village.the(Review.class)
                .approve(village.clerk, order, village.version(order), null)
                .orThrow();
    }
}
