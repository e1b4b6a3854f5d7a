package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderNumbersTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Loaded {

        @Bean
        @Primary
        LoadedDice loadedDice() {
            return new LoadedDice();
        }
    }

    /** Draws what it was told to, then by chance. */
    static class LoadedDice extends OrderNumbers {

        private final Queue<String> next = new ArrayDeque<>();

        @Override
        String next(Instant now) {
            var told = next.poll();
            return told == null ? super.next(now) : told;
        }
    }

    @Autowired
    OrdersWorld world;

    @Autowired
    GroupOrders groups;

    @Autowired
    LoadedDice dice;

    @Autowired
    OrderRows rows;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
        dice.next.clear();
    }

    @Test
    void aNumberThatIsGoneIsDrawnAnew() {
        dice.next.addAll(List.of("260616-AAAAA", "260616-AAAAA", "260616-BBBBB"));
        var first = world.placed(cast, cast.haircut(), cast.resident(), false);
        var second = world.placed(cast, cast.haircut(), cast.resident(), false);
        assertThat(List.of(number(first), number(second))).containsExactly("260616-AAAAA", "260616-BBBBB");
    }

    @Test
    void aGroupsNumberToo() {
        dice.next.addAll(List.of("260616-AAAAA", "260616-AAAAA", "260616-BBBBB"));
        world.placed(cast, cast.opera(), cast.resident(), false);
        assertThat(number(group())).isEqualTo("260616-BBBBB");
    }

    @Test
    void anotherCountysNumbersAreNobodysConcern() {
        dice.next.addAll(List.of("260616-AAAAA", "260616-AAAAA"));
        world.placed(cast, cast.haircut(), cast.resident(), false);
        cast = world.county();
        assertThat(number(world.placed(cast, cast.haircut(), cast.resident(), false)))
                .isEqualTo("260616-AAAAA");
    }

    @Test
    void whatIsDrawnAgainAndAgainIsNoBadLuck() {
        dice.next.addAll(List.of("260616-AAAAA", "260616-AAAAA", "260616-AAAAA", "260616-AAAAA", "260616-AAAAA"));
        world.placed(cast, cast.opera(), cast.resident(), false);
        assertThatThrownBy(this::group).isInstanceOf(IllegalStateException.class);
    }

    private OrderId group() {
        return world.at(NOW, () -> groups.group(cast.clerk(), cast.station(), cast.opera(), OrdersWorld.window()))
                .orThrow();
    }

    private String number(OrderId order) {
        return rows.find(cast.county(), order).orElseThrow().number();
    }
}
