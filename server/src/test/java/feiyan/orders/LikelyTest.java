package feiyan.orders;

import static feiyan.orders.OrdersWorld.ADDRESS;
import static feiyan.orders.OrdersWorld.NEED;
import static feiyan.orders.OrdersWorld.NOW;
import static feiyan.orders.OrdersWorld.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.menu.ProjectId;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever asks twice for the same is shown the first, and nobody is shown what somebody else has asked for. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class LikelyTest {

    private static final String PHONE = "13912345678";
    private static final String OTHER_PHONE = "13700000000";

    @Autowired
    OrdersWorld world;

    @Autowired
    Likely likely;

    @Autowired
    Orders orders;

    @Autowired
    Policies policies;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void theSameServiceOfTheLastSevenDaysIsShown() {
        var first = placed(cast.resident(), cast.haircut(), PHONE);
        assertThat(asked(cast.resident(), cast.haircut(), OTHER_PHONE, NOW.plus(Duration.ofDays(6))))
                .containsExactly(first);
        assertThat(asked(cast.resident(), cast.haircut(), PHONE, NOW.plus(Duration.ofDays(8))))
                .isEmpty();
        policies.set(cast.county(), Policy.LIKELY_DAYS, 30, null).orThrow();
        assertThat(asked(cast.resident(), cast.haircut(), PHONE, NOW.plus(Duration.ofDays(8))))
                .containsExactly(first);
    }

    @Test
    void anotherServiceOrOneThatIsOverIsNot() {
        var first = placed(cast.resident(), cast.haircut(), PHONE);
        assertThat(asked(cast.resident(), cast.opera(), PHONE, NOW)).isEmpty();
        world.at(NOW, () -> orders.cancel(cast.resident(), first, 1, null)).orThrow();
        assertThat(asked(cast.resident(), cast.haircut(), PHONE, NOW)).isEmpty();
    }

    @Test
    void whatSomebodyElseAskedForTheSameHomeIsNobodysBusiness() {
        placed(cast.resident(), cast.haircut(), PHONE);
        assertThat(asked(cast.stranger(), cast.haircut(), PHONE, NOW)).isEmpty();
    }

    @Test
    void whoeverMaySeeItAnywayIsShownTheSameHomesOrderInWhateverSpellingOfItsTelephone() {
        var first = placed(cast.resident(), cast.haircut(), PHONE);
        assertThat(asked(cast.clerk(), cast.haircut(), "+86 139 1234 5678", NOW))
                .containsExactly(first);
        assertThat(asked(cast.clerk(), cast.haircut(), OTHER_PHONE, NOW)).isEmpty();
        assertThat(asked(cast.clerk(), cast.haircut(), "no number yet", NOW)).isEmpty();
        assertThat(asked(cast.sisterClerk(), cast.haircut(), PHONE, NOW)).isEmpty();
    }

    private List<OrderId> asked(Actor actor, ProjectId project, String phone, Instant at) {
        return world.at(at, () -> likely.asked(actor, project, phone)).stream()
                .map(OrderView::id)
                .toList();
    }

    private OrderId placed(Actor requester, ProjectId project, String phone) {
        var need = new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                cast.station(),
                project,
                NEED,
                RECIPIENT,
                phone,
                ADDRESS,
                null,
                OrdersWorld.window(),
                false,
                null,
                null);
        return world.at(NOW, () -> orders.place(requester, need)).orThrow();
    }
}
