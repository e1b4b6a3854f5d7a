package feiyan.audit;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders whose words stay although their time is over: a court, an insurer or an inquiry asks for them. */
@Component
public class RetentionHolds {

    /** Holds are rare; a list that long would say that retention itself is set wrongly. */
    private static final int MOST = 200;

    private final JdbcClient db;
    private final Transactions transactions;
    private final CenterOffice office;
    private final AuditLog audit;
    private final InstantSource clock;

    RetentionHolds(
            JdbcClient db, Transactions transactions, CenterOffice office, AuditLog audit, InstantSource clock) {
        this.db = db;
        this.transactions = transactions;
        this.office = office;
        this.audit = audit;
        this.clock = clock;
    }

    public record Hold(UUID order, String number, Instant since) {}

    public Outcome<List<Hold>> all(Actor actor) {
        return office.of(actor).map(center -> db.sql("""
                        select h.order_id, h.held_at, o.number from retention_hold h
                        join order_about o on o.county_id = :county and o.order_id = h.order_id
                        where h.county_id = :county order by h.held_at desc limit :most
                        """)
                .param("county", actor.county().value())
                .param("most", MOST)
                .query((row, number) -> new Hold(
                        row.getObject("order_id", UUID.class),
                        row.getString("number"),
                        DbTime.read(row, "held_at")))
                .list());
    }

    public Outcome<UUID> hold(Actor actor, String number) {
        return office.of(actor).then(center -> transactions.write(() -> db.sql("""
                        insert into retention_hold (county_id, order_id, held_by, held_at)
                        select o.county_id, o.order_id, :by, :now from order_about o
                        where o.county_id = :county and o.number = :number
                        on conflict (county_id, order_id) do nothing
                        returning order_id
                        """)
                .param("county", actor.county().value())
                .param("number", number.strip())
                .param("by", actor.person().value())
                .param("now", DbTime.of(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(order -> noted(actor, AuditKind.HOLD_SET, order))
                .orElseGet(() -> Outcome.refused("retention.no_such_order"))));
    }

    public Outcome<UUID> lift(Actor actor, UUID order) {
        return office.of(actor).then(center -> transactions.write(() -> {
            var lifted = db.sql("delete from retention_hold where county_id = :county and order_id = :order")
                    .param("county", actor.county().value())
                    .param("order", order)
                    .update();
            return lifted == 0 ? Outcome.refused("retention.not_held") : noted(actor, AuditKind.HOLD_LIFTED, order);
        }));
    }

    private Outcome<UUID> noted(Actor actor, AuditKind kind, UUID order) {
        audit.record(actor.county(), AuditAct.of(kind, actor.person().value()).to("service_order", order));
        return Outcome.done(order);
    }
}
