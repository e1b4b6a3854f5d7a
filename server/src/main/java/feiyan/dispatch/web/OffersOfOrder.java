package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.Rolls.Asked;
import feiyan.dispatch.Rolls.Next;
import feiyan.dispatch.Rolls.Roll;
import feiyan.orders.State;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to serve an order, for its unit.
 *
 * @param asked they have not answered yet, or are a team that has taken it
 * @param next they are asked when somebody says no, in this order; or as needed
 * @param said no, or nothing in time
 * @param look when it is looked at again whether more are needed; null where they are asked in turn
 */
record OffersOfOrder(
        UUID order,
        State state,
        int version,
        int headcount,
        int open,
        List<InvitedLine> asked,
        List<WaitingLine> next,
        List<InvitedLine> said,
        @Nullable Instant look)
        implements Versioned {

    /** @param name of the team or the volunteer; null where somebody was erased */
    record InvitedLine(
            UUID offer,
            OfferState state,
            @Nullable UUID volunteer,
            @Nullable String name,
            boolean team,
            Instant deadline) {

        static InvitedLine of(Asked asked, Map<PersonId, String> names) {
            return new InvitedLine(
                    asked.offer().value(),
                    asked.state(),
                    asked.person() == null ? null : asked.person().value(),
                    called(asked.person(), asked.team(), names),
                    asked.team() != null,
                    asked.deadline());
        }
    }

    record WaitingLine(@Nullable UUID volunteer, @Nullable String name, boolean team) {

        static WaitingLine of(Next next, Map<PersonId, String> names) {
            return new WaitingLine(
                    next.person() == null ? null : next.person().value(),
                    called(next.person(), next.team(), names),
                    next.team() != null);
        }
    }

    static OffersOfOrder of(Roll roll, Map<PersonId, String> names) {
        var order = roll.order();
        return new OffersOfOrder(
                order.id().value(),
                order.state(),
                order.version(),
                order.headcount(),
                roll.open(),
                roll.asked().stream().map(asked -> InvitedLine.of(asked, names)).toList(),
                roll.next().stream().map(next -> WaitingLine.of(next, names)).toList(),
                roll.said().stream().map(said -> InvitedLine.of(said, names)).toList(),
                roll.look());
    }

    private static @Nullable String called(
            @Nullable PersonId person, @Nullable String team, Map<PersonId, String> names) {
        return person == null ? team : names.get(person);
    }
}
