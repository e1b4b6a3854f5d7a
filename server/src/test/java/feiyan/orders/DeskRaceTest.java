package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Several clerks with the same list before them. */
@FeiyanTest
@Import(OrdersWorld.class)
class DeskRaceTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    Review review;

    @Autowired
    Merging merging;

    @Autowired
    GroupBook book;

    private Cast cast;

    @BeforeEach
    void aVillage() {
        cast = world.county();
    }

    @Test
    void ofFiveActsOnOneOrderOneCountsAndTheOthersAreTold() {
        for (int round = 0; round < 5; round++) {
            var order = world.placed(cast, cast.haircut());
            var outcomes = AtOnce.all(List.of(
                    at(() -> review.approve(cast.clerk(), order, 1, null)),
                    at(() -> review.resolve(cast.clerk(), order, 1, "Done")),
                    at(() -> review.escalate(cast.clerk(), order, 1, cast.institute(), null)),
                    at(() -> review.askBack(cast.dispatcher(), order, 1, "Which day?")),
                    at(() -> review.refuse(cast.dispatcher(), order, 1, RefusalReason.OTHER, "Call 12345"))));
            assertThat(AtOnce.done(outcomes)).hasSize(1);
            assertThat(AtOnce.refusals(outcomes)).hasSize(4).containsOnly("order.moved_on");
            assertThat(world.version(cast, order)).isEqualTo(2);
        }
    }

    @Test
    void ofTwoWhoPutTheSameOrdersTogetherOneDoesAndOneGroupThereIs() {
        var one = world.placed(cast, cast.opera());
        var other = world.placed(cast, cast.opera());
        var seen = Map.of(one, 1, other, 1);
        var outcomes = AtOnce.all(List.of(
                at(() -> merging.together(cast.clerk(), seen)),
                at(() -> merging.together(cast.dispatcher(), seen)),
                at(() -> merging.together(cast.clerk(), seen))));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).isSubsetOf("order.moved_on", "group.not_all_here");
        assertThat(book.open(cast.centerDispatcher())).hasSize(1);
    }

    private Supplier<Outcome<OrderId>> at(Supplier<Outcome<OrderId>> act) {
        return () -> world.at(NOW, act);
    }
}
