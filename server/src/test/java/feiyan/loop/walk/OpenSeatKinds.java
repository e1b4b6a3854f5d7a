package feiyan.loop.walk;

import feiyan.dispatch.Offers;
import feiyan.dispatch.OnlyByRequest;
import feiyan.dispatch.OpenSeatTaking;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Seats that volunteers take unasked, and units that keep them for those they ask. */
final class OpenSeatKinds {

    private static final long STEP = Duration.ofMinutes(30).toSeconds();
    private static final int STEPS = 4;

    private OpenSeatKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "open_seats.take",
                        "APPROVED:5 OFFERED:3 ACCEPTED:1",
                        turn -> turn.the(OpenSeatTaking.class).take(turn.by(near(turn)), turn.id(), begin(turn))),
                Kind.of(
                        "open_seats.only_by_request",
                        "APPROVED:1 OFFERED:1",
                        turn -> turn.the(OnlyByRequest.class)
                                .set(turn.by(turn.town().inCharge(turn.order())), turn.id(), turn.luck(0.4))));
    }

    /** Volunteers of the villages below the unit that has it. */
    private static List<Actor> near(Turn turn) {
        var town = turn.town();
        return town.helpers().stream()
                .filter(helper -> town.above(Objects.requireNonNull(town.homes().get(helper.person())))
                        .contains(turn.order().unit()))
                .toList();
    }

    /** The time at which others come or were asked to; else a half hour of those that the list shows, or may not. */
    private static Instant begin(Turn turn) {
        return turn.the(Offers.class)
                .timeOut(turn.town().county(), turn.id())
                .filter(out -> turn.luck(0.9))
                .map(Slot::from)
                .orElseGet(() -> halfHour(turn));
    }

    private static Instant halfHour(Turn turn) {
        var soonest = Turn.latest(turn.in(60), turn.order().window().from()).getEpochSecond();
        int later = turn.luck(0.6) ? 0 : turn.dice().nextInt(STEPS);
        return Instant.ofEpochSecond((Math.ceilDiv(soonest, STEP) + later) * STEP);
    }
}
