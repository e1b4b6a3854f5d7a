package feiyan.loop.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.attendance.DoorCode;
import feiyan.attendance.OfflineProof;
import feiyan.attendance.OfflineProofs;
import feiyan.dispatch.SeatId;
import feiyan.loop.walk.Looking.SeatSeen;
import feiyan.orders.CheckInCode;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What telephones without a network hand in later: once, twice, of another seat, of a time that cannot have been. */
final class ProofKinds {

    /** More than are taken of one seat. */
    private static final int DIFFERENT = 7;

    private ProofKinds() {}

    static List<Kind> all() {
        return List.of(Kind.of(
                "proofs.hand_in",
                "APPROVED:1 ACCEPTED:1 IN_SERVICE:3 SERVED:3 CLOSED:2",
                turn -> SeatKinds.seated(turn, (seat, id) -> handIn(turn, seat, id))));
    }

    private static Outcome<?> handIn(Turn turn, Optional<SeatSeen> seat, SeatId id) {
        var in = seat.map(it -> it.time().from())
                .orElseGet(turn::now)
                .plus(Duration.ofMinutes(turn.dice().nextInt(-70, 25)));
        var proof = new OfflineProof(made(turn, id), in, left(turn, in), code(turn, seat));
        return turn.the(OfflineProofs.class).handIn(AttendanceKinds.holder(turn, seat), id, proof);
    }

    /** As it was at the door then: whoever gave the seat away may have been told it before. */
    private static DoorCode code(Turn turn, Optional<SeatSeen> seat) {
        var digits = seat.filter(it -> turn.luck(0.85))
                .map(it -> turn.the(CheckInCode.class).of(turn.town().county(), turn.id(), it.time()))
                .orElse("000000");
        return new DoorCode(digits, turn.luck(0.3));
    }

    private static @Nullable Instant left(Turn turn, Instant in) {
        return turn.luck(0.3) ? null : in.plus(Duration.ofMinutes(turn.dice().nextInt(-3, 90)));
    }

    /** One of a few by which the telephone calls it, now and then one that another seat of the order has, too. */
    private static UUID made(Turn turn, SeatId seat) {
        var of = turn.luck(0.95) ? seat.value() : turn.id().value();
        return UUID.nameUUIDFromBytes((of + " " + turn.dice().nextInt(DIFFERENT)).getBytes(UTF_8));
    }
}
