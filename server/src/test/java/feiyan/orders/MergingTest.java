package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.menu.ProjectId;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeiyanTest
@Import(OrdersWorld.class)
class MergingTest {

    private static final Instant MONDAY = NOW.plus(Duration.ofDays(3));

    @Autowired
    OrdersWorld world;

    @Autowired
    Merging merging;

    @Autowired
    GroupBook book;

    @Autowired
    DeskFacts facts;

    @Autowired
    Orders orders;

    @Autowired
    OrderBook orderBook;

    @Autowired
    Review review;

    private Cast cast;

    @BeforeEach
    void aVillage() {
        cast = world.county();
    }

    @Test
    void areServedInTheTimeThatSuitsAllOfThem() {
        var early = placed(cast.opera(), 0, 6);
        var late = placed(cast.opera(), 3, 8);
        var group = together(early, late).orThrow();
        assertThat(book.find(cast.clerk(), group).orElseThrow().window()).isEqualTo(hours(3, 6));
        assertThat(book.children(cast.clerk(), group))
                .extracting(GroupChild::id)
                .containsExactlyInAnyOrder(early, late);
    }

    @Test
    void whomNoCommonTimeSuitsIsNamedAndNobodyIsMerged() {
        var one = placed(cast.opera(), 0, 4);
        var other = placed(cast.opera(), 5, 9);
        var number = orderBook.find(cast.clerk(), other).orElseThrow().number();
        assertThat(together(one, other)).isEqualTo(Outcome.refused("group.no_common_time", number));
        assertThat(world.state(cast, one)).isEqualTo(State.SUBMITTED);
        assertThat(book.open(cast.clerk())).isEmpty();
    }

    @Test
    void whereOneHasMovedOnNoneIsMerged() {
        var one = placed(cast.opera(), 0, 6);
        var moved = placed(cast.opera(), 0, 6);
        var seen = Map.of(one, 1, moved, 1);
        world.at(NOW, () -> review.approve(cast.clerk(), moved, 1, null)).orThrow();
        assertThat(world.at(NOW, () -> merging.together(cast.clerk(), seen)))
                .isEqualTo(Outcome.refused("order.moved_on", "APPROVED"));
        assertThat(world.state(cast, one)).isEqualTo(State.SUBMITTED);
        assertThat(book.open(cast.clerk())).isEmpty();
    }

    @Test
    void confidentialOrdersAreNeitherHintedAtNorMerged() {
        var one = placed(cast.counselling(), 0, 6);
        var other = placed(cast.counselling(), 0, 6);
        assertThat(facts.of(cast.clerk(), List.of(one)).get(one)).isEqualTo(new DeskFacts.DeskFact(1, false, 0));
        assertThat(book.marked(cast.clerk(), List.of(one, other))).isEmpty();
        assertThat(together(one, other)).isEqualTo(Outcome.refused("group.not_all_here"));
    }

    @Test
    void theDeskIsToldHowManyMoreWantTheSameAtATimeThatFits() {
        var one = placed(cast.opera(), 0, 4);
        placed(cast.opera(), 2, 6);
        placed(cast.opera(), 8, 9);
        placed(cast.haircut(), 0, 4);
        assertThat(facts.of(cast.clerk(), List.of(one)).get(one)).isEqualTo(new DeskFacts.DeskFact(1, true, 1));
        assertThat(facts.of(cast.sisterClerk(), List.of(one))).isEmpty();
    }

    @Test
    void onlyLikeServicesGoTogether() {
        assertThat(together(placed(cast.opera(), 0, 6), placed(cast.haircut(), 0, 6)))
                .isEqualTo(Outcome.refused("group.different"));
        assertThat(together(placed(cast.opera(), 0, 6))).isEqualTo(Outcome.refused("group.too_few"));
        assertThat(together(placed(null, 0, 6), placed(null, 0, 6))).isEqualTo(Outcome.refused("group.different"));
    }

    @Test
    void anOpenGroupTakesInWhomItsTimeSuits() {
        var group =
                together(placed(cast.opera(), 0, 4), placed(cast.opera(), 0, 4)).orThrow();
        var suits = placed(cast.opera(), 0, 9);
        var not = placed(cast.opera(), 3, 9);
        assertThat(into(group, suits)).isEqualTo(Outcome.done(group));
        assertThat(into(group, not)).isInstanceOf(Outcome.Refused.class);
        assertThat(into(group, placed(cast.haircut(), 0, 9))).isEqualTo(Outcome.refused("group.different"));
        assertThat(book.children(cast.clerk(), group)).hasSize(3);
    }

    @Test
    void nobodyElsesDeskSeesTheGroupOrMergesItsOrders() {
        var one = placed(cast.opera(), 0, 6);
        var other = placed(cast.opera(), 0, 6);
        assertThat(world.at(NOW, () -> merging.together(cast.sisterClerk(), Map.of(one, 1, other, 1))))
                .isEqualTo(Outcome.refused("group.not_all_here"));
        var group = together(one, other).orThrow();
        assertThat(book.find(cast.sisterClerk(), group)).isEmpty();
        assertThat(book.children(cast.resident(), group)).isEmpty();
    }

    @Test
    void aChildIsTakenOutWithAReasonThatItsRequesterReads() {
        var one = placed(cast.opera(), 0, 6);
        var group = together(one, placed(cast.opera(), 0, 6)).orThrow();
        assertThat(merging.apart(cast.clerk(), one, 2, " ")).isEqualTo(Outcome.refused("group.say_why_apart"));
        world.at(NOW, () -> merging.apart(cast.clerk(), one, 2, "She cannot walk that far"))
                .orThrow();
        assertThat(world.state(cast, one)).isEqualTo(State.SUBMITTED);
        assertThat(orderBook.find(cast.resident(), one).orElseThrow().notes())
                .containsValue("She cannot walk that far");
        assertThat(book.children(cast.clerk(), group)).hasSize(1);
    }

    @Test
    void aChildMayLeave() {
        var one = placed(cast.opera(), 0, 6);
        var group = together(one, placed(cast.opera(), 0, 6)).orThrow();
        world.at(NOW, () -> orders.cancel(cast.resident(), one, 2, null)).orThrow();
        assertThat(world.state(cast, one)).isEqualTo(State.CANCELLED);
        assertThat(world.state(cast, group)).isEqualTo(State.APPROVED);
    }

    @Test
    void whoJoinsWhileTheGroupEndsIsEitherTakenAlongOrToldSo() {
        for (int round = 0; round < 8; round++) {
            var group = together(placed(cast.opera(), 0, 4), placed(cast.opera(), 0, 4))
                    .orThrow();
            var late = placed(cast.opera(), 0, 9);
            AtOnce.<OrderId>all(List.of(
                    () -> world.at(NOW, () -> review.resolve(cast.clerk(), group, 1, "They sang in the square")),
                    () -> into(group, late)));
            assertThat(world.state(cast, group)).isEqualTo(State.SERVED);
            assertThat(world.state(cast, late)).isIn(State.SERVED, State.SUBMITTED);
        }
    }

    private Outcome<OrderId> together(OrderId... marked) {
        var seen = new HashMap<OrderId, Integer>();
        Arrays.stream(marked).forEach(order -> seen.put(order, 1));
        return world.at(NOW, () -> merging.together(cast.clerk(), seen));
    }

    private Outcome<OrderId> into(OrderId group, OrderId order) {
        return world.at(NOW, () -> merging.into(cast.clerk(), group, Map.of(order, 1)));
    }

    private static Slot hours(int from, int to) {
        return new Slot(MONDAY.plus(Duration.ofHours(from)), MONDAY.plus(Duration.ofHours(to)));
    }

    private OrderId placed(@Nullable ProjectId project, int from, int to) {
        Actor resident = cast.resident();
        var need = new NewOrder(
                resident.person(),
                Channel.PHONE_PAGE,
                cast.station(),
                project,
                "To hear the opera",
                "Grandma",
                "13800000000",
                "By the well",
                null,
                hours(from, to),
                false,
                null,
                null);
        return world.at(NOW, () -> orders.place(resident, need)).orThrow();
    }
}
