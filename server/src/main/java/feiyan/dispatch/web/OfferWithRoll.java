package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Obstacle;
import feiyan.dispatch.PersonCandidate;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.SeatState;
import feiyan.orders.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer with who goes, for who answers for it.
 *
 * @param open how many seats its leader may still fill
 * @param members of the team who may be put on, and what stands against the others
 */
record OfferWithRoll(OfferView offer, int open, List<SeatOnRoll> seats, List<MemberToPut> members) {

    /** @param name null where somebody was erased */
    record SeatOnRoll(
            UUID id,
            SeatState state,
            UUID volunteer,
            @Nullable String name,
            Slot time) {

        static SeatOnRoll of(SeatLine seat, Map<PersonId, String> names) {
            return new SeatOnRoll(
                    seat.seat().value(),
                    seat.state(),
                    seat.volunteer().value(),
                    names.get(seat.volunteer()),
                    seat.time());
        }
    }

    /** @param pausedUntil the last day of the break that they take; null: they take none */
    record MemberToPut(
            UUID id,
            String number,
            String name,
            Set<Obstacle> against,
            @Nullable LocalDate pausedUntil) {

        static MemberToPut of(PersonCandidate one) {
            var helper = one.helper();
            return new MemberToPut(
                    helper.id().value(), helper.number(), helper.name(), one.against(), one.pausedUntil());
        }
    }

    static OfferWithRoll of(
            OfferView offer,
            int open,
            List<SeatLine> roll,
            List<PersonCandidate> members,
            Map<PersonId, String> names) {
        return new OfferWithRoll(
                offer,
                open,
                roll.stream().map(seat -> SeatOnRoll.of(seat, names)).toList(),
                members.stream().map(MemberToPut::of).toList());
    }
}
