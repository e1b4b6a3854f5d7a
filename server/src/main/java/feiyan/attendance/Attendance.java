package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatFacts;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatProgress;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.Verb;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who came and went. The volunteer says so with the code from the door, or the leader, or where there is none the unit,
 * does with a reason.
 */
@Component
public class Attendance {

    private final AttendanceRows rows;
    private final CheckInCode codes;
    private final CheckInTries tries;
    private final LongestStay longest;
    private final Vouching vouching;
    private final Seats seats;
    private final SeatProgress progress;
    private final ServiceSheets sheets;
    private final OrderProgress served;
    private final OrderBook book;
    private final Transactions transactions;
    private final InstantSource clock;

    Attendance(
            AttendanceRows rows,
            CheckInCode codes,
            CheckInTries tries,
            LongestStay longest,
            Vouching vouching,
            Seats seats,
            SeatProgress progress,
            ServiceSheets sheets,
            OrderProgress served,
            OrderBook book,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.tries = tries;
        this.longest = longest;
        this.vouching = vouching;
        this.seats = seats;
        this.progress = progress;
        this.sheets = sheets;
        this.served = served;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The code that the requester tells whoever comes; empty for everybody else and while there is nobody to let in.
     */
    public Optional<String> code(Actor requester, OrderId order) {
        return codes.forRequester(requester, order);
    }

    /** At the door, with the six digits. A remote service begins without. */
    public Outcome<SeatId> checkIn(Actor actor, SeatId id, String code) {
        return checkIn(actor, id, new DoorCode(code, false)).map(Attended::seat);
    }

    public Outcome<Attended> checkIn(Actor actor, SeatId id, DoorCode code) {
        return transactions
                .write(() -> holdOwn(actor, id).then(order -> atTheDoor(actor, order, id, code)))
                .then(come -> come.map(Outcome::done).orElseGet(() -> wrong(actor.county(), id)));
    }

    /** Wrong codes are counted under the order's lock and kept though the answer is no. */
    private Outcome<Optional<Attended>> atTheDoor(Actor actor, ServiceSheet order, SeatId seat, DoorCode code) {
        return proven(actor.county(), seat, order, code)
                .map(how -> arrived(actor.county(), order, seat, actor.person(), null, how)
                        .map(Optional::of))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }

    /** By what; empty where the code is wrong. */
    private Optional<String> proven(CountyId county, SeatId seat, ServiceSheet order, DoorCode code) {
        var agreed = order.agreed();
        return agreed == null || order.remote()
                ? Optional.of(order.remote() ? "REMOTE" : code.how())
                : judged(county, seat, order, agreed, code);
    }

    private Optional<String> judged(CountyId county, SeatId seat, ServiceSheet order, Slot agreed, DoorCode code) {
        var now = clock.instant();
        boolean right = !tries.mustWait(county, seat, now) && codes.accepts(county, order.id(), agreed, code.digits());
        if (!right) {
            tries.note(county, seat, now);
        }
        return right ? Optional.of(code.how()) : Optional.empty();
    }

    private Outcome<Attended> wrong(CountyId county, SeatId seat) {
        return Outcome.refused(
                tries.mustWait(county, seat, clock.instant()) ? "attendance.wait" : "attendance.wrong_code");
    }

    private Outcome<Attended> arrived(
            CountyId county, ServiceSheet order, SeatId seat, PersonId by, @Nullable String reason, String how) {
        return progress.checkIn(county, order, seat, by, reason).map(come -> Attended.of(come, rows.in(come, how)));
    }

    /**
     * The leader was there and says so, or the unit heard it by telephone: a telephone without power, a code nobody
     * found.
     */
    public Outcome<SeatId> confirm(Actor leader, SeatId id, Reason reason) {
        return vouching.vouched(leader, id)
                .then(seat -> transactions.write(() ->
                        arrived(leader.county(), hold(seat.facts()), id, leader.person(), reason.code(), "LEADER")))
                .map(Attended::seat);
    }

    public Outcome<Attended> checkOut(Actor actor, SeatId id) {
        return transactions.write(() -> holdOwn(actor, id)
                .then(order -> progress.checkOut(actor.county(), order, id, actor.person())
                        .map(gone -> Attended.of(gone, rows.out(gone, order.remote() ? "REMOTE" : "VOLUNTEER")))));
    }

    /** The leader ends what a volunteer forgot to, at the moment at which they left. */
    public Outcome<SeatId> settle(Actor leader, SeatId id, Instant left, Reason reason) {
        return vouching.vouched(leader, id)
                .then(seat -> stayed(seat, left))
                .then(seat -> transactions.write(() -> progress.settle(
                                leader.county(), hold(seat.facts()), id, leader.person(), reason.code())
                        .map(gone -> {
                            rows.out(leader.county(), id, left, "LEADER");
                            return id;
                        })));
    }

    private ServiceSheet hold(SeatFacts seat) {
        return sheets.hold(seat.county(), seat.order()).orElseThrow();
    }

    private Outcome<Seat> stayed(Seat seat, Instant left) {
        var presence = rows.of(seat.facts().county(), seat.facts().id());
        if (presence.isEmpty() || left.isBefore(presence.get().in()) || left.isAfter(clock.instant())) {
            return Outcome.refused("attendance.not_between");
        }
        return left.isAfter(longest.of(seat.facts())) ? Outcome.refused("attendance.too_long") : Outcome.done(seat);
    }

    /** The service ends before its time; who is there is checked out now, and the order is offered anew. */
    public Outcome<OrderId> breakOff(Actor actor, OrderId order, Reason reason) {
        return book.find(actor, order).filter(view -> view.may(Verb.BREAK_OFF)).isEmpty()
                ? Outcome.refused("order.not_yours", Verb.BREAK_OFF.code())
                : served.breakOff(actor.county(), order, actor.person(), reason.code());
    }

    /** The volunteer's own; others' are none of their business. */
    public List<Presence> of(Actor volunteer, Collection<SeatId> ids) {
        return rows.own(volunteer, ids);
    }

    private Outcome<ServiceSheet> holdOwn(Actor actor, SeatId id) {
        return seats.holdOrder(actor, id).map(Outcome::done).orElseGet(() -> Outcome.refused("seat.not_yours"));
    }
}
