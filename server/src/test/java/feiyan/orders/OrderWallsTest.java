package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second wall and the third: whoever writes, history is a legal walk, and of two who are quick one is first. */
@FeiyanTest
@Import(OrdersWorld.class)
class OrderWallsTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    Review review;

    @Autowired
    Orders orders;

    @Autowired
    OrderClock clock;

    @Autowired
    OrderRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    private Cast cast;
    private OrderId order;

    @BeforeEach
    void anOrderThatWasPlaced() {
        cast = world.county();
        order = world.placed(cast, cast.haircut());
    }

    @Test
    void aMoveThatIsNoneIsRejected() {
        assertThatThrownBy(() -> write(row(2, "CLOSED"), event(2, "SUBMITTED", "rate", "CLOSED")))
                .hasMessageContaining("event_is_legal");
        assertThatThrownBy(() -> write(row(2, "SERVED"), event(2, "SUBMITTED", "approve", "SERVED")))
                .hasMessageContaining("event_is_legal");
    }

    @Test
    void aMoveFromWhereItDoesNotStandIsRejected() {
        assertThatThrownBy(() -> write(row(2, "OFFERED"), event(2, "APPROVED", "offer", "OFFERED")))
                .hasMessageContaining("event_follows");
    }

    @Test
    void aVersionThatIsLeftOutIsRejected() {
        assertThatThrownBy(() -> write(row(3, "APPROVED"), event(3, "SUBMITTED", "approve", "APPROVED")))
                .hasMessageContaining("event_follows");
    }

    @Test
    void aRowThatMovesWithoutItsEventIsRejectedAtTheEnd() {
        assertThatThrownBy(() -> write(row(1, "APPROVED"))).hasMessageContaining("order_is_its_last_event");
        assertThatThrownBy(() -> write(row(2, "APPROVED"))).hasMessageContaining("order_is_its_last_event");
    }

    @Test
    void anEventThatFollowsAnotherOfTheSameVersionIsRejected() {
        assertThatThrownBy(() -> write(event(1, "NEW", "place", "SUBMITTED"))).hasMessageContaining("order_event_pkey");
    }

    @Test
    void aSecondBeginningIsRejected() {
        assertThatThrownBy(() -> write(row(2, "SUBMITTED"), event(2, "NEW", "place", "SUBMITTED")))
                .hasMessageContaining("order_event");
    }

    @Test
    void aLegalMovePassesEvenByHand() {
        assertThatCode(() -> write(row(2, "APPROVED"), event(2, "SUBMITTED", "approve", "APPROVED")))
                .doesNotThrowAnyException();
    }

    @Test
    void theApplicationEditsNoEvent() {
        assertThatThrownBy(() -> write("""
                        update order_event set to_state = 'CLOSED' where county_id = :county and order_id = :order""")).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> write("delete from order_event where county_id = :county and order_id = :order"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> write("""
                        insert into order_transition (from_state, command, to_state)
                        select 'CLOSED', 'cancel', 'CLOSED' where :county is not null and :order is not null
                        on conflict (from_state, command, to_state) do update set to_state = 'NEW'""")).rootCause().hasMessageContaining("permission denied");
    }

    @RepeatedTest(10)
    void ofTwoWhoSawTheSameOneMovesAndOneIsToldSo() throws Exception {
        List<Callable<Outcome<OrderId>>> both = List.of(
                () -> world.at(NOW, () -> review.approve(cast.clerk(), order, 1, null)),
                () -> world.at(NOW, () -> orders.cancel(cast.resident(), order, 1, null)));
        var answers = OrdersWorld.atOnce(both);
        assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(answers.stream().filter(Refused.class::isInstance).map(OrderWallsTest::code))
                .containsExactly("order.moved_on");
        assertThat(world.version(cast, order)).isEqualTo(2);
    }

    @Test
    void whoSawAnOldVersionIsToldWhatIsTheCase() {
        world.at(NOW, () -> review.approve(cast.clerk(), order, 1, null)).orThrow();
        assertThat(code(world.at(NOW, () -> review.approve(cast.clerk(), order, 1, null))))
                .isEqualTo("order.moved_on");
    }

    @Test
    void theDeadlineInTheRowIsTheOneOfItsHistoryAfterEachMove() {
        assertDueAsHistorySays(order);
        world.at(NOW.plusSeconds(60), () -> review.askBack(cast.clerk(), order, 1, "Which day?"))
                .orThrow();
        assertDueAsHistorySays(order);
        world.at(NOW.plusSeconds(3600), () -> orders.answer(cast.resident(), order, 2, "Friday"))
                .orThrow();
        assertDueAsHistorySays(order);
        for (var later : List.of(
                world.approved(cast, cast.haircut()),
                world.offered(cast, cast.opera()),
                world.accepted(cast, cast.haircut()),
                world.inService(cast, cast.haircut()),
                world.served(cast, cast.haircut()))) {
            assertDueAsHistorySays(later);
        }
    }

    private void assertDueAsHistorySays(OrderId id) {
        var stored = rows.find(cast.county(), id).orElseThrow();
        assertThat(stored.due()).as("%s", stored.state()).isNotNull().isEqualTo(clock.due(stored));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(var refusal) ? refusal.code() : "done";
    }

    private static String row(int version, String state) {
        return "update service_order set version = %d, state = '%s' where county_id = :county and id = :order"
                .formatted(version, state);
    }

    private String event(int version, String from, String command, String to) {
        return """
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                values (:county, :order, %d, '%s', '%s', '%s', '2026-06-16 10:00+8', '%s')
                """.formatted(version, from, command, to, cast.station().value());
    }

    /** One transaction, as somebody with the application's password could write it. */
    private void write(String... statements) {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            for (var sql : statements) {
                jdbc.sql(sql)
                        .params(Map.of("county", cast.county().value(), "order", order.value()))
                        .update();
            }
        });
    }
}
