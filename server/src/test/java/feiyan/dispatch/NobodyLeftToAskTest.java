package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The only one to be asked was free when the dispatcher's list was looked through, and is not a moment later. */
@FeiyanTest(properties = "feiyan.jobs=false")
@WithoutTwin("a trigger plays what somebody else does in between")
class NobodyLeftToAskTest {

    /** As if the volunteer began a break between the first look and the offer: who waits is written in between. */
    private static final String A_BREAK_IN_BETWEEN = """
            create function takes_a_break() returns trigger language plpgsql as $$
            begin
              update volunteer set paused_until = '9999-12-31'
              where county_id = new.county_id and person_id = new.volunteer_id;
              return new;
            end $$;
            create trigger takes_a_break before insert on offer_queue for each row execute function takes_a_break();
            """;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Offers offers;

    private Village village;
    private OrderId order;

    @BeforeEach
    void anOrderAndOneVolunteer() {
        village = Village.in(house);
        var from = Village.wednesday(clock.instant());
        order = village.approved(village.project(1, 40), from);
    }

    @Test
    void anOrderIsNotOfferedToNobody() {
        var time = village.slot(order, Village.wednesday(clock.instant()).plus(Duration.ofHours(1)));
        var zhao = List.<Invitee>of(
                new Invitee.ToVolunteer(village.volunteer("Zhao Min").person()));
        jdbc.sql("set role none; " + A_BREAK_IN_BETWEEN + " set role feiyan_app")
                .update();
        int version = village.version(order);
        assertThat(offers.makeAsNeeded(village.clerk, order, version, time, zhao))
                .isEqualTo(Outcome.refused("try_again"));
        assertThat(offers.makeInTurn(village.clerk, order, version, time, zhao))
                .isEqualTo(Outcome.refused("try_again"));
        assertThat(village.the(ServiceSheets.class)
                        .find(village.county, order)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.APPROVED);
        assertThat(village.version(order)).isEqualTo(version);
        assertThat(offers.make(village.clerk, order, version, time, zhao)).isInstanceOf(Outcome.Done.class);
    }
}
