package feiyan.attendance;

import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The door to putting right when somebody came and went. Minutes are never typed: they follow from the two moments. The
 * old ones stay, with the reason and the name.
 */
@Component
public class Corrections {

    private final AttendanceRows rows;
    private final CorrectionRows corrections;
    private final LongestStay longest;
    private final Vouching vouching;
    private final Seats seats;
    private final ServiceSheets sheets;
    private final Policies policies;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    Corrections(
            AttendanceRows rows,
            CorrectionRows corrections,
            LongestStay longest,
            Vouching vouching,
            Seats seats,
            ServiceSheets sheets,
            Policies policies,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.corrections = corrections;
        this.longest = longest;
        this.vouching = vouching;
        this.seats = seats;
        this.sheets = sheets;
        this.policies = policies;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param seen how many corrections stood on the screen: nobody overrides what they have not read */
    public Outcome<SeatId> correct(Actor leader, SeatId id, int seen, Instant in, Instant out, Reason reason) {
        return vouching.vouched(leader, id)
                .then(seat -> transactions.write(() -> {
                    var held = sheets.hold(leader.county(), seat.facts().order());
                    var now = rows.of(leader.county(), id);
                    if (held.isEmpty() || now.isEmpty() || now.get().out() == null) {
                        return Outcome.refused("attendance.still_there");
                    }
                    return now.get().corrections() == seen
                            ? plausible(seat, in, out).map(moments -> corrected(leader, now.get(), in, out, reason))
                            : Outcome.refused("attendance.corrected_already");
                }));
    }

    private Outcome<Seat> plausible(Seat seat, Instant in, Instant out) {
        var early = policies.of(seat.facts().county()).get(Policy.EARLY_CHECK_IN);
        if (!in.isBefore(out)
                || out.isAfter(clock.instant())
                || in.isBefore(seat.facts().time().from().minus(early))) {
            return Outcome.refused("attendance.not_between");
        }
        return out.isAfter(longest.of(seat.facts())) ? Outcome.refused("attendance.too_long") : Outcome.done(seat);
    }

    private SeatId corrected(Actor leader, Presence before, Instant in, Instant out, Reason reason) {
        var now = clock.instant();
        var number = before.corrections() + 1;
        var left = Objects.requireNonNull(before.out());
        corrections.add(
                leader.county(),
                before.seat(),
                new Correction(number, before.in(), left, in, out, reason, leader.person(), now));
        outbox.tell(leader.county(), "attendance.corrected", before.seat().value(), number, now);
        return before.seat();
    }

    /** The latest first; for whom the seat concerns: who holds it, the leader, the unit. */
    public List<Correction> of(Actor reader, SeatId id) {
        return seats.find(reader, id)
                .map(seat -> corrections.of(reader.county(), id))
                .orElse(List.of());
    }
}
