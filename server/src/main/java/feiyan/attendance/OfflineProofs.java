package feiyan.attendance;

import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatFacts;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatState;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The door for whoever was there without a network and hands in later what the telephone wrote down. A proof attaches
 * to its seat and moves nothing: whoever keeps the roll reads it and says what follows. Where the seat was given away
 * in the meantime, the unit is told.
 */
@Component
public class OfflineProofs {

    /** Told in the outbox with the proof's id. */
    public static final String AFTER_ALL = "attendance.proof_after_all";

    /** Of one seat; more would prove nothing more. */
    static final int MOST = 5;

    private static final Set<SeatState> GIVEN_AWAY =
            EnumSet.of(SeatState.GIVEN_BACK, SeatState.RELEASED, SeatState.NO_SHOW);

    private final ProofRows rows;
    private final Seats seats;
    private final ServiceSheets sheets;
    private final CheckInCode codes;
    private final CheckInTries tries;
    private final LongestStay longest;
    private final Policies policies;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    OfflineProofs(
            ProofRows rows,
            Seats seats,
            ServiceSheets sheets,
            CheckInCode codes,
            CheckInTries tries,
            LongestStay longest,
            Policies policies,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.seats = seats;
        this.sheets = sheets;
        this.codes = codes;
        this.tries = tries;
        this.longest = longest;
        this.policies = policies;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By who holds or held the seat. Wrong codes are counted with those at the door, and kept though it is no. */
    public Outcome<SeatId> handIn(Actor volunteer, SeatId id, OfflineProof proof) {
        return own(volunteer, id)
                .then(seat -> plausible(seat, proof))
                .then(seat -> transactions.write(() -> judged(volunteer, seat.facts(), proof)))
                .then(right -> right ? Outcome.done(id) : Outcome.refused("attendance.wrong_code"));
    }

    private Outcome<Seat> own(Actor actor, SeatId id) {
        return seats.find(actor, id)
                .filter(seat -> seat.facts().volunteer().equals(actor.person()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("seat.not_yours"));
    }

    private Outcome<Seat> plausible(Seat seat, OfflineProof proof) {
        var facts = seat.facts();
        var earliest = facts.time().from().minus(policies.of(facts.county()).get(Policy.EARLY_CHECK_IN));
        var last = proof.out() == null ? proof.in() : proof.out();
        if (proof.in().isBefore(earliest) || last.isBefore(proof.in()) || last.isAfter(clock.instant())) {
            return Outcome.refused("attendance.not_between");
        }
        return last.isAfter(longest.of(facts)) ? Outcome.refused("attendance.too_long") : Outcome.done(seat);
    }

    /** Under the order's lock, so that two of the same at once come one after the other. */
    private Outcome<Boolean> judged(Actor actor, SeatFacts seat, OfflineProof proof) {
        var order = sheets.hold(seat.county(), seat.order()).orElseThrow();
        var before = rows.seatOf(seat.county(), proof.id());
        if (before.isPresent()) {
            return before.get().equals(seat.id()) ? Outcome.done(true) : Outcome.refused("attendance.proof_of_other");
        }
        if (rows.of(seat.county(), seat.id()).size() >= MOST) {
            return Outcome.refused("attendance.proofs_enough");
        }
        if (tries.mustWait(seat.county(), seat.id(), clock.instant())) {
            return Outcome.refused("attendance.wait");
        }
        return order.remote() || isRight(seat, proof) ? kept(actor, order, seat, proof) : noted(seat);
    }

    private boolean isRight(SeatFacts seat, OfflineProof proof) {
        return codes.accepts(
                seat.county(), seat.order(), seat.time(), proof.code().digits());
    }

    private Outcome<Boolean> noted(SeatFacts seat) {
        tries.note(seat.county(), seat.id(), clock.instant());
        return Outcome.done(false);
    }

    private Outcome<Boolean> kept(Actor actor, ServiceSheet order, SeatFacts seat, OfflineProof proof) {
        var now = clock.instant();
        if (!rows.add(
                seat.county(),
                seat.id(),
                proof,
                order.remote() ? "REMOTE" : proof.code().how(),
                now)) {
            return Outcome.refused("attendance.proof_of_other");
        }
        if (seats.find(actor, seat.id())
                .map(Seat::state)
                .filter(GIVEN_AWAY::contains)
                .isPresent()) {
            outbox.tell(seat.county(), AFTER_ALL, proof.id(), 1, now);
        }
        return Outcome.done(true);
    }

    /** The latest first; for whom the seat concerns: who holds it, the leader, the unit. */
    public List<ProofLine> of(Actor reader, SeatId id) {
        return seats.find(reader, id).map(seat -> rows.of(reader.county(), id)).orElse(List.of());
    }

    /** For whoever tells the unit of one. */
    public Optional<OrderId> orderOf(CountyId county, UUID proof) {
        return rows.orderOf(county, proof);
    }
}
