package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Orders orders;

    @Autowired
    private Review review;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private OrderBook book;

    @Autowired
    private GroupOrders groups;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aNeedInFreeWordsTakesWhatItsProjectTakes() {
        var order = placed(null, "Three windows want cleaning");
        assertThat(review.approve(village.clerk, order, 1, null)).isEqualTo(Outcome.refused("order.choose_project"));
        review.approve(village.clerk, order, 1, village.project(3, 90)).orThrow();
        var sheet = sheets.find(village.county, order).orElseThrow();
        assertThat(sheet.headcount()).isEqualTo(3);
        assertThat(sheet.minutes()).isEqualTo(90);
    }

    @Test
    void wordsBeyondMeasureAreRefusedAndNothingIsWritten() {
        assertThat(place(null, "长".repeat(501))).isEqualTo(Outcome.refused("order.too_long", 500));
        var order = placed(null, "Firewood");
        assertThat(review.resolve(village.clerk, order, 1, "长".repeat(501)))
                .isEqualTo(Outcome.refused("order.too_long", 500));
        assertThat(sheets.find(village.county, order).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aUnitWritesARatingDownOnlyAfterACallThatReachedTheRequester() {
        var order = placed(null, "The lamp");
        review.resolve(village.clerk, order, 1, "A new bulb").orThrow();
        var said = new Rating(true, 5, 5, 5, null, Rating.How.PAGE);
        assertThat(orders.rate(village.clerk, order, 2, said)).isEqualTo(Outcome.refused("order.call_before_rating"));
        review.called(village.clerk, order, false).orThrow();
        assertThat(orders.rate(village.clerk, order, 2, said)).isEqualTo(Outcome.refused("order.call_before_rating"));
        review.called(village.clerk, order, true).orThrow();
        orders.rate(village.clerk, order, 2, said).orThrow();
        assertThat(book.find(village.requester, order).orElseThrow().ratings())
                .extracting(Rating::how)
                .containsExactly(Rating.How.CALL_BACK);
    }

    @Test
    void onlyTheStationsOwnVolunteersOrderAtTheDoorForOthers() {
        var stranger = Actor.withoutPosts(village.county, village.person("Stranger"));
        assertThat(atTheDoor(stranger)).isEqualTo(Outcome.refused("order.not_yours", "place"));
        assertThat(atTheDoor(village.volunteer("Swallow"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatIsSentTwiceAtOnceIsPlacedOnce() {
        var id = new OrderId(Ids.next());
        var need = need(Channel.PHONE_PAGE, null, "Once");
        Supplier<Outcome<OrderId>> send = () -> orders.place(village.requester, id, need);
        var outcomes = AtOnce.all(Collections.nCopies(8, send));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .hasSize(7)
                .containsOnly(Outcome.refused("order.placed_already"));
    }

    @Test
    void nobodyMergesIntoAnotherUnitsGroup() {
        var project = village.project(2, 60);
        var window = window();
        var atTheCenter = village.staff("Center", village.center, Role.DISPATCHER);
        var foreign = groups.group(atTheCenter, village.center, project, window).orThrow();
        var own = groups.group(village.clerk, village.station, project, window).orThrow();
        var child = placed(project, "Opera");
        assertThat(groups.merge(village.clerk, child, 1, foreign)).isEqualTo(Outcome.refused("order.no_such_group"));
        groups.merge(village.clerk, child, 1, own).orThrow();
    }

    private Outcome<OrderId> atTheDoor(Actor actor) {
        return orders.place(actor, need(Channel.SWALLOW, null, "Coal"));
    }

    private OrderId placed(@Nullable ProjectId project, String need) {
        return place(project, need).orThrow();
    }

    private Outcome<OrderId> place(@Nullable ProjectId project, String need) {
        return orders.place(village.requester, need(Channel.PHONE_PAGE, project, need));
    }

    private NewOrder need(Channel channel, @Nullable ProjectId project, String need) {
        return new NewOrder(
                village.requester.person(),
                channel,
                village.station,
                project,
                need,
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                null,
                window(),
                false,
                channel == Channel.PHONE_PAGE ? null : OnBehalf.SPOKEN,
                null);
    }

    private Slot window() {
        var from = Village.wednesday(clock.instant());
        return new Slot(from, from.plus(Duration.ofHours(8)));
    }
}
