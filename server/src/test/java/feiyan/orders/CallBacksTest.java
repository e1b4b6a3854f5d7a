package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.menu.ProjectId;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@Import(OrdersWorld.class)
class CallBacksTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    @Autowired
    OrdersWorld world;

    @Autowired
    CallBacks callBacks;

    @Autowired
    Review review;

    @Autowired
    Orders orders;

    @Autowired
    OrderClocks clocks;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aVillage() {
        cast = world.county();
    }

    @Test
    void whoNeverSignsInIsCalledAtOnceWhoeverDoesOnlyAfterTheRatingsClock() {
        var app = world.somebody(cast.county());
        accounts.openFor(cast.county(), List.of(app.person()));
        var theirs = resolved(app, cast.haircut());
        var elder = resolved(cast.resident(), cast.haircut());
        assertThat(forRating(cast.clerk(), NOW)).containsExactly(elder);
        world.at(LATER, () -> clocks.tick(cast.county()));
        assertThat(forRating(cast.clerk(), LATER)).containsExactly(elder, theirs);
        assertThat(forRating(cast.sisterClerk(), LATER)).isEmpty();
        assertThat(forRating(cast.resident(), LATER)).isEmpty();
    }

    @Test
    void whoIsNotReachedGoesToTheEndAndAfterThreeTriesIsLeftInPeace() {
        var first = resolved(cast.resident(), cast.haircut());
        var second = resolved(world.somebody(cast.county()), cast.haircut());
        called(first, false);
        assertThat(forRating(cast.clerk(), NOW)).containsExactly(second, first);
        called(first, false);
        called(first, false);
        assertThat(forRating(cast.clerk(), NOW)).containsExactly(second);
    }

    @Test
    void whatIsSaidOnTheTelephoneIsWrittenDownAfterACallThatReachedThem() {
        var order = resolved(cast.resident(), cast.haircut());
        called(order, true);
        assertThat(world.at(NOW, () -> callBacks.forRating(cast.clerk()))
                        .getFirst()
                        .spoken())
                .isTrue();
        var said = new Rating(true, 5, null, null, null, Rating.How.CALL_BACK);
        world.at(NOW, () -> orders.rate(cast.clerk(), order, 2, said)).orThrow();
        assertThat(forRating(cast.clerk(), NOW)).isEmpty();
    }

    @Test
    void aRequestersOwnRatingIsNoCallBackWhateverFormItCameBy() {
        var order = resolved(cast.resident(), cast.haircut());
        var said = new Rating(true, 5, null, null, null, Rating.How.CALL_BACK);
        world.at(NOW, () -> orders.rate(cast.resident(), order, 2, said)).orThrow();
        var how = jdbc.sql("select how from order_rating where county_id = :county and order_id = :order")
                .param("county", cast.county().value())
                .param("order", order.value())
                .query(String.class)
                .single();
        assertThat(how).isEqualTo("PAGE");
    }

    @Test
    void theNumberIsShownToTheHandlersOwnStaffAndWrittenDown() {
        var order = resolved(cast.resident(), cast.counselling());
        assertThat(callBacks.phone(cast.dispatcher(), order)).isEqualTo(Outcome.refused("order.not_found"));
        assertThat(callBacks.phone(cast.sisterClerk(), order)).isEqualTo(Outcome.refused("order.not_found"));
        assertThat(views(order)).isZero();
        assertThat(callBacks.phone(cast.clerk(), order)).isEqualTo(Outcome.done(OrdersWorld.PHONE));
        assertThat(views(order)).isEqualTo(1);
    }

    @Test
    void ofAnOrderUnderWayNoNumberIsShown() {
        var order = world.placed(cast, cast.haircut());
        assertThat(callBacks.phone(cast.clerk(), order)).isEqualTo(Outcome.refused("order.not_found"));
    }

    @Test
    void whoWasAskedAndHasNotAnsweredIsCalledBeforeItLapses() {
        var order = world.placed(cast, cast.haircut());
        world.at(NOW, () -> review.askBack(cast.clerk(), order, 1, "Which day?"))
                .orThrow();
        assertThat(world.at(NOW, () -> callBacks.forAnswer(cast.clerk())))
                .extracting(call -> call.order().id())
                .containsExactly(order);
        world.at(LATER, () -> clocks.tick(cast.county()));
        assertThat(world.state(cast, order)).isEqualTo(State.RETURNED);
        called(order, false);
        world.at(LATER, () -> clocks.tick(cast.county()));
        assertThat(world.state(cast, order)).isEqualTo(State.CANCELLED);
        assertThat(world.at(NOW, () -> callBacks.forAnswer(cast.clerk()))).isEmpty();
    }

    private OrderId resolved(Actor resident, ProjectId project) {
        var order = world.placed(cast, project, resident, false);
        world.at(NOW, () -> review.resolve(cast.clerk(), order, 1, "The station did it"))
                .orThrow();
        return order;
    }

    private void called(OrderId order, boolean reached) {
        world.at(NOW, () -> review.called(cast.clerk(), order, reached)).orThrow();
    }

    private List<OrderId> forRating(Actor actor, Instant when) {
        return world.at(when, () -> callBacks.forRating(actor)).stream()
                .map(call -> call.order().id())
                .toList();
    }

    private int views(OrderId order) {
        return jdbc.sql("""
                select count(*) from sensitive_view
                where county_id = :county and subject_id = :order and reason = 'call_back' and fields = array['phone']
                """)
                .param("county", cast.county().value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }
}
