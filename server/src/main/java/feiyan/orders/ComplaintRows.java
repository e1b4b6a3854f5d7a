package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes complaints: each is moved only together with its event. */
@Repository
class ComplaintRows {

    private final JdbcClient jdbc;

    ComplaintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the last complaint about the order ended when the order stood just as it stands now. */
    boolean saidAlready(CountyId county, OrderId order, int orderVersion) {
        return jdbc.sql("""
                select exists (
                  select 1 from complaint
                  where county_id = :county and order_id = :order and order_version = :version
                    and state in ('ACCEPTED', 'CLOSED'))
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("version", orderVersion)
                .query(Boolean.class)
                .single();
    }

    /** @param toAdministrator at the center nobody stands above: its administrator answers */
    record Desk(UnitId unit, boolean toAdministrator) {}

    /** False where one is open already: somebody pressed twice. */
    boolean open(Actor actor, ComplaintId id, Stored order, UnitId about, Desk desk, Instant now, Instant due) {
        return jdbc.sql("""
                with opened as (
                  insert into complaint (county_id, id, version, state, order_id, order_version, by_id, about_unit_id,
                    unit_id, to_administrator, opened_at, due_at)
                  values (:county, :id, 1, 'OPEN', :order, :orderVersion, :by, :about, :unit, :toAdministrator, :now, :due)
                  on conflict (county_id, order_id) where state in ('OPEN', 'ANSWERED', 'RAISED') do nothing
                  returning county_id, id, unit_id)
                insert into complaint_event (
                  county_id, complaint_id, version, from_state, command, to_state, at, actor_id, unit_id)
                select county_id, id, 1, 'NEW', 'open', 'OPEN', :now, :by, unit_id from opened
                """)
                        .param("county", actor.county().value())
                        .param("id", id.value())
                        .param("order", order.facts().id().value())
                        .param("orderVersion", order.facts().version())
                        .param("by", actor.person().value())
                        .param("about", about.value())
                        .param("unit", desk.unit().value())
                        .param("toAdministrator", desk.toAdministrator())
                        .param("now", DbTime.of(now))
                        .param("due", DbTime.of(due))
                        .update()
                == 1;
    }

    /** False where somebody was faster; then nothing was written. */
    boolean move(
            CountyId county,
            Complaint before,
            ComplaintVerb verb,
            ComplaintState to,
            Desk desk,
            PersonId actor,
            Instant now,
            @Nullable Instant due) {
        return jdbc.sql("""
                with moved as (
                  update complaint set version = version + 1, state = :to, unit_id = :unit,
                    to_administrator = :toAdministrator, due_at = :due
                  where county_id = :county and id = :id and version = :seen and state = :from
                  returning county_id, id, version, unit_id)
                insert into complaint_event (
                  county_id, complaint_id, version, from_state, command, to_state, at, actor_id, unit_id)
                select county_id, id, version, :from, :command, :to, :now, :actor, unit_id from moved
                """)
                        .param("county", county.value())
                        .param("id", before.id().value())
                        .param("seen", before.version())
                        .param("from", before.state().name())
                        .param("to", to.name())
                        .param("unit", desk.unit().value())
                        .param("toAdministrator", desk.toAdministrator())
                        .param("command", verb.code())
                        .param("actor", actor.value())
                        .param("now", DbTime.of(now))
                        .param("due", DbTime.ofNullable(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }
}
