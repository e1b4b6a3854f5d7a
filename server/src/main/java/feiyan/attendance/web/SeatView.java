package feiyan.attendance.web;

import feiyan.accounts.PersonId;
import feiyan.attendance.Correction;
import feiyan.attendance.Presence;
import feiyan.attendance.ProofLine;
import feiyan.attendance.Reason;
import feiyan.dispatch.Seat;
import feiyan.orders.Slot;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One seat for whoever keeps its roll.
 *
 * @param proofs handed in by who was there without a network; the latest first, and so
 * @param corrected once put right each
 */
record SeatView(
        SeatPresence presence,
        UUID order,
        UUID offer,
        UUID volunteer,
        @Nullable String name,
        Slot time,
        List<ProofLine> proofs,
        List<CorrectionLine> corrected)
        implements Versioned {

    /** What a correction names: how many stood on the screen. */
    @Override
    public int version() {
        return presence.corrections();
    }

    /** Once put right, and what stood before. */
    record CorrectionLine(
            int number,
            Instant oldIn,
            Instant oldOut,
            Instant newIn,
            Instant newOut,
            Reason reason,
            UUID by,
            @Nullable String byName,
            Instant at) {

        static CorrectionLine of(Correction put, Map<PersonId, String> names) {
            return new CorrectionLine(
                    put.number(),
                    put.oldIn(),
                    put.oldOut(),
                    put.newIn(),
                    put.newOut(),
                    put.reason(),
                    put.by().value(),
                    names.get(put.by()),
                    put.at());
        }
    }

    static SeatView of(
            Seat seat,
            @Nullable Presence presence,
            List<ProofLine> proofs,
            List<Correction> corrected,
            Map<PersonId, String> names) {
        var facts = seat.facts();
        return new SeatView(
                SeatPresence.of(facts.id().value(), seat.state(), presence),
                facts.order().value(),
                facts.offer().value(),
                facts.volunteer().value(),
                names.get(facts.volunteer()),
                facts.time(),
                proofs,
                corrected.stream().map(put -> CorrectionLine.of(put, names)).toList());
    }
}
