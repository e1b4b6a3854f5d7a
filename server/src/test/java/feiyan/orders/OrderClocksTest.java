package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@Import(OrdersWorld.class)
class OrderClocksTest {

    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1)).plusSeconds(1);

    @Autowired
    OrdersWorld world;

    @Autowired
    OrderClocks clocks;

    @Autowired
    Review review;

    @Autowired
    Orders orders;

    @Autowired
    OrderRows rows;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void whatIsNotDueStays() {
        world.placed(cast, cast.haircut());
        assertThat(tick(NOW.plus(Duration.ofHours(20)))).isZero();
    }

    @Test
    void twoInstancesEscalateEachOverdueOrderOnce() throws Exception {
        var overdue = Stream.generate(() -> world.placed(cast, cast.haircut()))
                .limit(30)
                .toList();
        Callable<Integer> instance = () -> tick(NEXT_DAY);
        var moved = OrdersWorld.atOnce(List.of(instance, instance));
        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(30);
        for (var order : overdue) {
            assertThat(commands(order)).containsExactly("place", "escalate");
            assertThat(rows.find(cast.county(), order).orElseThrow().facts().unit())
                    .isEqualTo(cast.institute());
        }
        assertThat(tick(NEXT_DAY)).as("each unit has its own day").isZero();
    }

    @Test
    void whatWasNotDispatchedInTimeGoesUpAndIsReviewedThere() {
        var order = world.approved(cast, cast.haircut());
        tick(NEXT_DAY);
        assertThat(commands(order)).endsWith("escalate");
        assertThat(world.state(cast, order)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void atTheCenterItStaysAndShowsAsOverdue() {
        var order = world.placed(cast, cast.haircut());
        for (int day = 1; day < 9; day++) {
            tick(NOW.plus(Duration.ofDays(day)).plusSeconds(day));
        }
        assertThat(commands(order)).containsExactly("place", "escalate", "escalate");
        assertThat(rows.find(cast.county(), order).orElseThrow().facts().unit()).isEqualTo(cast.center());
        assertThat(rows.find(cast.county(), order).orElseThrow().due()).isBefore(NOW.plus(Duration.ofDays(9)));
    }

    @Test
    void anOrderWithoutAnAnswerEndsOnlyAfterACall() {
        var order = world.placed(cast, cast.haircut());
        world.at(NOW, () -> review.askBack(cast.clerk(), order, 1, "Which day?"))
                .orThrow();
        var weekLater = NOW.plus(Duration.ofDays(7));
        tick(weekLater);
        assertThat(world.state(cast, order)).isEqualTo(State.RETURNED);
        world.at(weekLater, () -> review.called(cast.clerk(), order, false)).orThrow();
        tick(weekLater);
        assertThat(world.state(cast, order)).isEqualTo(State.CANCELLED);
        assertThat(commands(order)).endsWith("lapse");
    }

    /** Else a hundred of them would fill each batch and nothing else would ever move. */
    @Test
    void aCallBeforeTheLastQuestionNeitherEndsAnOrderNorHoldsUpOthers() {
        var order = world.placed(cast, cast.haircut());
        world.at(NOW, () -> review.askBack(cast.clerk(), order, 1, "Which day?"))
                .orThrow();
        world.at(NOW, () -> review.called(cast.clerk(), order, true)).orThrow();
        world.at(NOW, () -> orders.answer(cast.resident(), order, 2, "Friday")).orThrow();
        var later = NOW.plusSeconds(60);
        world.at(later, () -> review.askBack(cast.clerk(), order, 3, "Morning?"))
                .orThrow();
        var weekLater = NOW.plus(Duration.ofDays(7));
        assertThat(world.at(weekLater, () -> clocks.due(cast.county()))).isEmpty();
        tick(weekLater);
        assertThat(world.state(cast, order)).isEqualTo(State.RETURNED);
    }

    @Test
    void whatNobodyRatedIsClosedUnratedAfterSevenDaysAndMayStillBeRatedOnce() {
        var order = world.served(cast, cast.haircut());
        var end = OrdersWorld.window().to();
        assertThat(tick(end.plus(Duration.ofDays(6)))).isZero();
        tick(end.plus(Duration.ofDays(8)));
        assertThat(commands(order)).endsWith("close_unrated");
        var rating = new Rating(true, 5, 5, 5, null, Rating.How.PAGE);
        var late = end.plus(Duration.ofDays(9));
        world.at(late, () -> orders.rate(cast.resident(), order, world.version(cast, order), rating))
                .orThrow();
        assertThat(commands(order)).endsWith("close_unrated", "rate");
    }

    private int tick(Instant now) {
        return world.at(now, () -> clocks.tick(cast.county()));
    }

    private List<String> commands(OrderId order) {
        return jdbc.sql("""
                select command from order_event where county_id = :county and order_id = :order order by version
                """)
                .param("county", cast.county().value())
                .param("order", order.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
