package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeiyanTest
@Import(OrdersWorld.class)
class GroupOrdersTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    GroupOrders groups;

    @Autowired
    Orders orders;

    @Autowired
    OrderProgress progress;

    @Autowired
    OrderBook book;

    @Autowired
    Review review;

    private static final Rating SOLVED = new Rating(true, null, null, null, null, Rating.How.PAGE);
    private static final Rating NOT_SOLVED = new Rating(false, null, null, null, null, Rating.How.PAGE);

    private Cast cast;
    private List<Actor> elders;
    private List<OrderId> children;
    private OrderId parent;

    @BeforeEach
    void threeEldersWantToHearTheSameOpera() {
        cast = world.county();
        elders = Stream.generate(() -> world.somebody(cast.county())).limit(3).toList();
        children = elders.stream()
                .map(elder -> world.placed(cast, cast.opera(), elder, false))
                .toList();
        parent = world.at(NOW, () -> groups.group(cast.clerk(), cast.station(), cast.opera(), OrdersWorld.window()))
                .orThrow();
        children.forEach(child -> world.at(NOW, () -> groups.merge(cast.clerk(), child, 1, parent))
                .orThrow());
    }

    @Test
    void areServedTogetherAndEachRatesAlone() {
        serve();
        assertThat(states()).containsOnly(State.SERVED);
        rate(0, SOLVED);
        rate(1, SOLVED);
        assertThat(world.state(cast, parent)).as("two of three").isEqualTo(State.SERVED);
        rate(2, SOLVED);
        assertThat(world.state(cast, parent)).as("with its last child").isEqualTo(State.CLOSED);
        assertThat(states()).containsOnly(State.CLOSED);
    }

    @Test
    void nobodyRatesForAllOfThem() {
        serve();
        world.at(NOW, () -> review.called(cast.clerk(), parent, true)).orThrow();
        int seen = world.version(cast, parent);
        assertThat(world.at(NOW, () -> orders.rate(cast.clerk(), parent, seen, SOLVED)))
                .isEqualTo(Outcome.refused("rating.each_of_the_group"));
        assertThat(world.state(cast, parent)).isEqualTo(State.SERVED);
    }

    @Test
    void oneThatWasNotSolvedComesBackAloneAndTheGroupClosesWithoutIt() {
        serve();
        rate(0, NOT_SOLVED);
        assertThat(world.state(cast, children.getFirst())).isEqualTo(State.SUBMITTED);
        assertThat(world.state(cast, parent)).isEqualTo(State.SERVED);
        rate(1, SOLVED);
        rate(2, SOLVED);
        assertThat(world.state(cast, parent)).isEqualTo(State.CLOSED);
    }

    @Test
    void theLastOneThatWasNotSolvedLeavesAGroupThatIsOver() {
        serve();
        rate(0, SOLVED);
        rate(1, SOLVED);
        rate(2, NOT_SOLVED);
        assertThat(world.state(cast, children.getLast())).isEqualTo(State.SUBMITTED);
        assertThat(world.state(cast, parent)).isEqualTo(State.CLOSED);
    }

    @Test
    void areReviewedAnewWhenTheGroupEndsUnserved() {
        world.at(NOW, () -> orders.cancel(cast.clerk(), parent, world.version(cast, parent), null))
                .orThrow();
        assertThat(states()).containsOnly(State.SUBMITTED);
        assertThat(world.state(cast, parent)).isEqualTo(State.CANCELLED);
    }

    @Test
    void oneMayLeaveAndTheOthersGoOn() {
        world.at(NOW, () -> orders.cancel(elders.getFirst(), children.getFirst(), 2, null))
                .orThrow();
        world.at(NOW, () -> groups.split(cast.clerk(), children.get(1), 2)).orThrow();
        serve();
        assertThat(states()).containsExactly(State.CANCELLED, State.SUBMITTED, State.SERVED);
    }

    @Test
    void nobodyJoinsWhatIsOver() {
        serve();
        var late = world.placed(cast, cast.opera());
        assertThat(world.at(NOW, () -> groups.merge(cast.clerk(), late, 1, parent)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("order.no_such_group"));
        assertThat(world.at(NOW, () -> groups.merge(cast.clerk(), late, 1, late)))
                .isInstanceOf(Refused.class);
    }

    private void serve() {
        world.offer(cast, parent);
        world.accept(cast, parent);
        var somebody = cast.volunteer().person();
        world.at(OrdersWorld.window().from(), () -> progress.start(cast.county(), parent, somebody))
                .orThrow();
        world.at(OrdersWorld.window().to(), () -> progress.finish(cast.county(), parent, somebody, null))
                .orThrow();
    }

    private void rate(int elder, Rating rating) {
        var child = children.get(elder);
        world.at(
                        OrdersWorld.window().to(),
                        () -> orders.rate(elders.get(elder), child, world.version(cast, child), rating))
                .orThrow();
    }

    private List<State> states() {
        return children.stream().map(child -> world.state(cast, child)).toList();
    }
}
