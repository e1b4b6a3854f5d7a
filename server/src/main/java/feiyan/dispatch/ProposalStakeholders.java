package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderParties.Part;
import feiyan.orders.OrderStakeholders;
import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a proposal of another time concerns, for whoever tells them. Asked with what the outbox holds. */
@Repository
public class ProposalStakeholders {

    private final JdbcClient jdbc;
    private final ProposalRows rows;
    private final OrderStakeholders orders;

    ProposalStakeholders(JdbcClient jdbc, ProposalRows rows, OrderStakeholders orders) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.orders = orders;
    }

    /**
     * What happened to a proposal, and who would like to know.
     *
     * @param proposal as it is now, which may be later than what happened
     * @param actor who did it
     * @param reason {@code by_telephone} where the unit answered for a side; of what was overtaken, by what
     * @param people who is asked, where it was made; else who asked. Without whoever did it
     */
    public record Concerned(
            TimeProposal proposal,
            @Nullable PersonId actor,
            @Nullable String reason,
            List<PersonId> people) {}

    private record Event(
            ProposalState to,
            @Nullable PersonId actor,
            @Nullable String reason) {}

    public Optional<Concerned> of(CountyId county, TimeProposalId id, int version) {
        var event = event(county, id, version);
        return rows.find(county, id).flatMap(proposal -> event.map(it -> concerned(proposal, it)));
    }

    private Optional<Event> event(CountyId county, TimeProposalId id, int version) {
        return jdbc.sql("""
                select e.to_state, e.actor_id, e.reason from time_proposal_event e
                where e.county_id = :county and e.proposal_id = :id and e.version = :version
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("version", version)
                .query(ProposalStakeholders::event)
                .optional();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        return new Event(
                ProposalState.valueOf(row.getString("to_state")),
                actor == null ? null : new PersonId(actor),
                row.getString("reason"));
    }

    private Concerned concerned(TimeProposal proposal, Event event) {
        var side = event.to() == ProposalState.OPEN ? proposal.side().other() : proposal.side();
        var people = people(proposal, side).stream()
                .filter(person -> !person.equals(event.actor()))
                .distinct()
                .toList();
        return new Concerned(proposal, event.actor(), event.reason(), people);
    }

    /** Whether it was asked by somebody who comes, and not by the unit for them. */
    public boolean wasMadeByOneWhoComes(TimeProposal proposal) {
        return orders.parties(proposal.county(), proposal.order(), Set.of(Part.LEADER, Part.SEAT))
                .contains(proposal.by());
    }

    /**
     * A team hears of it by its leader; where nobody leads, everybody who comes. For a group order its unit answers: no
     * single household can for the others.
     */
    private List<PersonId> people(TimeProposal proposal, ProposalSide side) {
        var county = proposal.county();
        return switch (side) {
            case REQUESTER ->
                orders.askers(county, proposal.order()).stream()
                        .filter(asking -> asking.order().equals(proposal.order()))
                        .map(OrderStakeholders.Asking::person)
                        .toList();
            case SERVING -> {
                var leaders = orders.parties(county, proposal.order(), Set.of(Part.LEADER));
                yield List.copyOf(
                        leaders.isEmpty() ? orders.parties(county, proposal.order(), Set.of(Part.SEAT)) : leaders);
            }
        };
    }
}
