package feiyan.loop.walk;

import feiyan.attendance.Attendance;
import feiyan.attendance.Attended;
import feiyan.attendance.Corrections;
import feiyan.attendance.DoorCode;
import feiyan.attendance.Reason;
import feiyan.attendance.Summaries;
import feiyan.dispatch.SeatId;
import feiyan.loop.walk.Looking.OfferSeen;
import feiyan.loop.walk.Looking.SeatSeen;
import feiyan.orders.CheckInCode;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who came and went, what was put right, and what it was like. */
final class AttendanceKinds {

    private AttendanceKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "attendance.check_in",
                        "ACCEPTED:24 IN_SERVICE:6",
                        turn -> SeatKinds.seated(
                                turn,
                                (seat, id) -> turn.the(Attendance.class).checkIn(holder(turn, seat), id, code(turn)))),
                Kind.of(
                        "attendance.confirm",
                        "ACCEPTED:6 IN_SERVICE:3",
                        turn -> SeatKinds.seated(
                                turn,
                                (seat, id) -> turn.the(Attendance.class)
                                        .confirm(SeatKinds.voucher(turn, seat), id, turn.one(Reason.FOR_COMING)))),
                Kind.of(
                        "attendance.check_out",
                        "IN_SERVICE:14",
                        turn -> SeatKinds.seated(
                                turn,
                                (seat, id) -> turn.the(Attendance.class)
                                        .checkOut(holder(turn, seat), id)
                                        .map(Attended::seat))),
                Kind.of(
                        "attendance.settle",
                        "IN_SERVICE:4",
                        turn -> SeatKinds.seated(
                                turn,
                                (seat, id) -> turn.the(Attendance.class)
                                        .settle(
                                                SeatKinds.voucher(turn, seat),
                                                id,
                                                seat.map(it -> left(turn, it)).orElseGet(turn::now),
                                                turn.one(Reason.FOR_LEAVING)))),
                Kind.of("attendance.break_off", "IN_SERVICE:1", AttendanceKinds::breakOff),
                Kind.of(
                        "corrections.correct",
                        "SERVED:3 CLOSED:3 IN_SERVICE:1",
                        turn -> SeatKinds.seated(turn, (seat, id) -> correct(turn, seat, id))),
                Kind.of(
                        "summaries.write",
                        "SERVED:3 CLOSED:2",
                        turn -> OfferKinds.offered(
                                turn,
                                (offer, id) -> turn.the(Summaries.class)
                                        .write(
                                                turn.by(turn.town()
                                                        .person(offer.map(OfferSeen::answerer)
                                                                .orElse(null))),
                                                id,
                                                turn.luck(0.95) ? "All went well." : " ",
                                                turn.luck(0.5) ? "Bring scissors." : null))));
    }

    static Actor holder(Turn turn, Optional<SeatSeen> seat) {
        return turn.alone(turn.town().person(seat.map(SeatSeen::volunteer).orElse(null)));
    }

    private static DoorCode code(Turn turn) {
        var agreed = turn.order().agreed();
        boolean right = agreed != null && turn.luck(0.9);
        return new DoorCode(
                right && agreed != null
                        ? turn.the(CheckInCode.class).of(turn.town().county(), turn.id(), agreed)
                        : "000000",
                turn.luck(0.3));
    }

    /** Some time since they came, or what cannot have been. */
    private static Instant left(Turn turn, SeatSeen seat) {
        var in = seat.in() == null ? seat.time().from() : seat.in();
        return in.plus(Duration.ofMinutes(turn.dice().nextInt(-5, 120)));
    }

    private static Outcome<?> breakOff(Turn turn) {
        var leaders = turn.looking().seats(turn.order()).stream()
                .flatMap(seat -> turn.town().person(seat.leader()).stream())
                .toList();
        var actor = turn.by(Town.both(leaders, turn.town().inCharge(turn.order())));
        return turn.the(Attendance.class).breakOff(actor, turn.id(), turn.one(Reason.FOR_BREAKING_OFF));
    }

    private static Outcome<?> correct(Turn turn, Optional<SeatSeen> seat, SeatId id) {
        var actor = SeatKinds.voucher(turn, seat);
        var in = seat.map(SeatSeen::in).orElseGet(turn::now).plus(minutes(turn));
        var out = seat.map(SeatSeen::out).orElseGet(turn::now).plus(minutes(turn));
        int seen = seat.map(SeatSeen::corrections).orElse(0);
        return turn.the(Corrections.class)
                .correct(
                        actor,
                        id,
                        turn.luck(0.9) ? seen : seen + 1,
                        in,
                        out,
                        turn.one(List.copyOf(Reason.FOR_CORRECTING)));
    }

    private static Duration minutes(Turn turn) {
        return Duration.ofMinutes(turn.dice().nextInt(-20, 20));
    }
}
