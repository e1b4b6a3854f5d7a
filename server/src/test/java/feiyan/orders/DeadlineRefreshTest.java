package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.calendar.CalendarSpan;
import feiyan.calendar.WorkingCalendars;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class DeadlineRefreshTest {

    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));

    @Autowired
    OrdersWorld world;

    @Autowired
    DeadlineRefresh refresh;

    @Autowired
    Policies policies;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    OrderRows rows;

    @Autowired
    OrderClock clock;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void openOrdersHaveTheNewDeadlineAndWhatIsOverHasNone() {
        var orders = new ArrayList<OrderId>();
        for (int i = 0; i < DeadlineRows.AT_ONCE + 5; i++) {
            orders.add(world.placed(cast, cast.haircut()));
        }
        var served = world.served(cast, cast.haircut());
        assertThat(due(orders.getFirst())).isEqualTo(NEXT_DAY);
        policies.set(cast.county(), Policy.REVIEW_WORKING_DAYS, 2, null).orThrow();
        policies.set(cast.county(), Policy.RATING_DAYS, 9, null).orThrow();
        assertThat(due(orders.getFirst()))
                .as("not before somebody works it off")
                .isEqualTo(NEXT_DAY);

        assertThat(refresh.catchUp(cast.county())).isEqualTo(orders.size() + 1);
        assertThat(orders).allSatisfy(order -> assertThat(due(order)).isEqualTo(NOW.plus(Duration.ofDays(2))));
        assertThat(due(served)).isEqualTo(OrdersWorld.window().to().plus(Duration.ofDays(9)));
        assertThat(due(served))
                .as("the row is what history says")
                .isEqualTo(clock.due(rows.find(cast.county(), served).orElseThrow()));
        assertThat(refresh.catchUp(cast.county())).as("done once").isZero();
    }

    @Test
    void aNewHolidayMovesTheDeadline() {
        var order = world.placed(cast, cast.haircut());
        var administrator =
                new Actor(cast.county(), cast.stranger().person(), Set.of(new Post(cast.center(), Role.ADMINISTRATOR)));
        var day = LocalDate.of(2026, 6, 17);
        calendars
                .set(administrator, new CalendarSpan(day, day, false, "sports day"))
                .orThrow();
        refresh.catchUp(cast.county());
        assertThat(due(order)).isEqualTo(NOW.plus(Duration.ofDays(2)));
        calendars.remove(administrator, day, day).orThrow();
        refresh.catchUp(cast.county());
        assertThat(due(order)).isEqualTo(NEXT_DAY);
    }

    @Test
    void aSettingThatIsNoDeadlineLeavesThemAlone() {
        world.placed(cast, cast.haircut());
        policies.set(cast.county(), Policy.WEEKLY_MINUTES, 300, null).orThrow();
        assertThat(refresh.catchUp(cast.county())).isZero();
    }

    @Test
    void anotherCountysDecisionIsNotOurs() {
        var elsewhere = world.county();
        var order = world.placed(cast, cast.haircut());
        policies.set(elsewhere.county(), Policy.REVIEW_WORKING_DAYS, 5, null).orThrow();
        refresh.catchUp(elsewhere.county());
        assertThat(refresh.catchUp(cast.county())).isZero();
        assertThat(due(order)).isEqualTo(NEXT_DAY);
    }

    private Instant due(OrderId order) {
        return Objects.requireNonNull(
                rows.find(cast.county(), order).orElseThrow().due());
    }
}
