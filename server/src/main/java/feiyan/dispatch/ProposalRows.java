package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proposal's row, moved only together with its event. */
@Repository
class ProposalRows {

    private static final String COLUMNS = "p.county_id, p.id, p.version, p.state, p.order_id, p.side, p.starts, p.ends,"
            + " p.instead_starts, p.instead_ends, p.made_by, p.made_at";

    private final JdbcClient db;
    private final HeldServices held;

    ProposalRows(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    Optional<TimeProposal> find(CountyId county, TimeProposalId id) {
        return db.sql("select %s from time_proposal p where p.county_id = :county and p.id = :id".formatted(COLUMNS))
                .param("county", county.value())
                .param("id", id.value())
                .query(ProposalRows::proposal)
                .optional();
    }

    /** Few orders have one; of one that is held it is known. */
    Optional<TimeProposal> open(CountyId county, OrderId order) {
        boolean none = held.find(county, order)
                .filter(standing -> !standing.timeProposed())
                .isPresent();
        return none ? Optional.empty() : read(county, order);
    }

    private Optional<TimeProposal> read(CountyId county, OrderId order) {
        return db.sql("""
                select %s from time_proposal p
                where p.county_id = :county and p.order_id = :order and p.state = 'OPEN'
                """.formatted(COLUMNS))
                .param("county", county.value())
                .param("order", order.value())
                .query(ProposalRows::proposal)
                .optional();
    }

    /** Writes an open proposal with its first event. */
    void make(TimeProposal made) {
        db.sql("""
                with made as (
                  insert into time_proposal (county_id, id, version, state, order_id, side, starts, ends,
                    instead_starts, instead_ends, made_by, made_at)
                  values (:county, :id, 1, 'OPEN', :order, :side, :starts, :ends, :insteadStarts, :insteadEnds, :by, :at)
                  returning county_id, id, version)
                insert into time_proposal_event (
                  county_id, proposal_id, version, from_state, command, to_state, at, actor_id)
                select county_id, id, version, 'NEW', 'make', 'OPEN', :at, :by from made
                """)
                .param("county", made.county().value())
                .param("id", made.id().value())
                .param("order", made.order().value())
                .param("side", made.side().name())
                .param("starts", DbTime.of(made.time().from()))
                .param("ends", DbTime.of(made.time().to()))
                .param("insteadStarts", DbTime.of(made.instead().from()))
                .param("insteadEnds", DbTime.of(made.instead().to()))
                .param("by", made.by().value())
                .param("at", DbTime.of(made.at()))
                .update();
        held.forget(made.county(), made.order());
    }

    /** False where somebody was faster; then nothing is written. */
    boolean move(TimeProposal open, ProposalCommand command, @Nullable PersonId actor, Instant now) {
        return db.sql("""
                with moved as (
                  update time_proposal set state = :to, version = :next
                  where county_id = :county and id = :id and version = :seen and state = 'OPEN'
                  returning county_id, id, version)
                insert into time_proposal_event (
                  county_id, proposal_id, version, from_state, command, to_state, at, actor_id, reason)
                select county_id, id, version, 'OPEN', :command, :to, :now, :actor, :reason from moved
                """)
                        .param("to", command.to().name())
                        .param("next", open.version() + 1)
                        .param("county", open.county().value())
                        .param("id", open.id().value())
                        .param("seen", open.version())
                        .param("command", command.verb())
                        .param("now", DbTime.of(now))
                        .param("actor", actor == null ? null : actor.value(), Types.OTHER)
                        .param("reason", command.reason())
                        .update()
                == 1;
    }

    private static TimeProposal proposal(ResultSet row, int number) throws SQLException {
        return new TimeProposal(
                new CountyId(row.getLong("county_id")),
                new TimeProposalId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                ProposalState.valueOf(row.getString("state")),
                new OrderId(row.getObject("order_id", UUID.class)),
                ProposalSide.valueOf(row.getString("side")),
                new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")),
                new Slot(DbTime.read(row, "instead_starts"), DbTime.read(row, "instead_ends")),
                new PersonId(row.getObject("made_by", UUID.class)),
                DbTime.read(row, "made_at"));
    }
}
