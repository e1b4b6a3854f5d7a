package feiyan.orders;

import feiyan.platform.DbTime;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one statement that moves an order's row: only together with its event, and with what else the step leaves. */
@Repository
class OrderStepRows {

    /** What a project brings with it, where the order had another. */
    private static final String PROJECT = """
            duration_minutes = coalesce((
              select p.duration_minutes from project p where p.county_id = :county and p.id = :project), duration_minutes),
            remote = coalesce((
              select p.mode = 'remote' from project p where p.county_id = :county and p.id = :project), remote),
            """;

    private static final String MOVED = """
            with moved as (
              update service_order set %s state = :to, version = :version, unit_id = :unit,
                dispatching_unit_id = :dispatching, project_id = :project, parent_id = :parent,
                reopened = :reopened, rated = :rated, due_at = :due, headcount = :headcount,
                agreed_from = case when :keepsAgreed then agreed_from else :agreedFrom end,
                agreed_to = case when :keepsAgreed then agreed_to else :agreedTo end,
                confidential = confidential or exists (
                  select 1 from project p where p.county_id = :county and p.id = :project and p.confidential)
              where county_id = :county and id = :id and version = :seen and state = :from
              returning county_id, id, version, unit_id)%s
            insert into order_event (
              county_id, order_id, version, from_state, command, to_state, at, actor_id, unit_id, reason)
            select county_id, id, version, :from, :command, :to, :now, :actor, unit_id, :reason from moved
            """;

    private static final String MOVE = MOVED.formatted("", "");
    private static final String MOVE_WITH_PROJECT = MOVED.formatted(PROJECT, "");

    private final JdbcClient jdbc;

    OrderStepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The statement that moves an order whose project stays, and leaves a row beside its event. */
    static String moving(String insertedFromMoved) {
        return MOVED.formatted("", ", beside as (" + insertedFromMoved + ")");
    }

    /** The statement that moves it and leaves nothing but its event. */
    JdbcClient.StatementSpec alone(Stored before, Stored after) {
        boolean chosen = !Objects.equals(before.facts().project(), after.facts().project());
        return jdbc.sql(chosen ? MOVE_WITH_PROJECT : MOVE);
    }

    /**
     * Moves the row and writes its event in one statement: history cannot be forgotten.
     *
     * @param moving with the values of what it leaves beside the event; it knows those of the step
     * @return false where somebody was faster; then nothing was written
     */
    boolean write(
            JdbcClient.StatementSpec moving,
            Order before,
            Order after,
            Command command,
            @Nullable UUID actor,
            Instant now,
            @Nullable Instant due) {
        var facts = after.facts();
        var agreed = agreed(after);
        return moving.param("county", facts.county().value())
                        .param("id", facts.id().value())
                        .param("seen", before.facts().version())
                        .param("version", facts.version())
                        .param("from", before.state().name())
                        .param("to", after.state().name())
                        .param("unit", facts.unit().value())
                        .param(
                                "dispatching",
                                facts.dispatching() == null
                                        ? null
                                        : facts.dispatching().value(),
                                Types.OTHER)
                        .param(
                                "project",
                                facts.project() == null ? null : facts.project().value(),
                                Types.OTHER)
                        .param(
                                "parent",
                                facts.parent() == null ? null : facts.parent().value(),
                                Types.OTHER)
                        .param("headcount", facts.headcount())
                        .param("reopened", facts.reopened())
                        .param("rated", facts.rated())
                        .param("keepsAgreed", keepsAgreed(after.state()))
                        .param(
                                "agreedFrom",
                                agreed == null ? null : DbTime.of(agreed.from()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "agreedTo",
                                agreed == null ? null : DbTime.of(agreed.to()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("due", due == null ? null : DbTime.of(due), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("command", command.verb().code())
                        .param("now", DbTime.of(now))
                        .param("actor", actor, Types.OTHER)
                        .param("reason", command.reason())
                        .update()
                == 1;
    }

    /** The time agreed, of the states that have one to come. */
    private static @Nullable Slot agreed(Order order) {
        return switch (order) {
            case Order.Accepted it -> it.agreed();
            case Order.InService it -> it.agreed();
            case Order.Unplaced _, Order.Submitted _, Order.Returned _, Order.Approved _, Order.Offered _ -> null;
            case Order.Served _, Order.Closed _, Order.Merged _, Order.Refused _, Order.Cancelled _ -> null;
        };
    }

    /** What is over keeps the time at which it was, or was to be. */
    private static boolean keepsAgreed(State state) {
        return state == State.SERVED || state.isOver();
    }
}
