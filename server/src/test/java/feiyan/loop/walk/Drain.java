package feiyan.loop.walk;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.loop.walk.Leftovers.Answerable;
import feiyan.loop.walk.Looking.SeatSeen;
import feiyan.orders.Complaints;
import feiyan.orders.OrderId;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everybody goes home and only the clock goes on: whatever is left stands with a unit that has a time until when. Then
 * the units alone bring that to its end, too.
 */
final class Drain {

    private static final int DAYS = 20;
    private static final Duration OVERRUN = Duration.ofHours(2);
    /** A group that ends gives its children back: they are refused in the next round. */
    private static final int ROUNDS = 4;

    private final World world;
    private final Looking looking;
    private final Leftovers left;

    Drain(World world, Looking looking, Leftovers left) {
        this.world = world;
        this.looking = looking;
        this.left = left;
    }

    void untilTheEnd() {
        theClockGoesOn();
        left.stuck().ifPresent(order -> {
            throw new Breach("an order waits for nobody", List.of(order));
        });
        world.towns().forEach(this::complaintsAreAnswered);
        for (int round = 0; round < ROUNDS; round++) {
            world.towns().forEach(town -> left.unfinished(town.county()).forEach(order -> tidyUp(town, order)));
            theClockGoesOn();
        }
        for (var town : world.towns()) {
            left.unfinished(town.county()).stream().findFirst().ifPresent(order -> {
                throw new Breach("an order that the unit cannot bring to its end", List.of(order.id()));
            });
        }
    }

    private void theClockGoesOn() {
        for (int day = 0; day < DAYS; day++) {
            world.clock().leap(Duration.ofDays(1));
            world.towns().forEach(town -> ClockKinds.look(world.house(), town.county(), world.clock()));
        }
    }

    private void tidyUp(Town town, Facts order) {
        switch (order.state()) {
            case SUBMITTED, RETURNED, APPROVED ->
                done(
                        world.the(Review.class)
                                .refuse(
                                        town.inCharge(order).getFirst(),
                                        order.id(),
                                        order.version(),
                                        RefusalReason.OTHER,
                                        "Ask again in spring."),
                        order.id());
            case IN_SERVICE ->
                looking.seats(order).stream()
                        .filter(seat -> seat.state().equals("PRESENT"))
                        .forEach(seat -> settle(town, order, seat));
            case NEW, OFFERED, ACCEPTED, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> {}
        }
    }

    private void settle(Town town, Facts order, SeatSeen seat) {
        var desk = town.inCharge(order).stream()
                .filter(actor -> !actor.person().equals(seat.volunteer()))
                .findFirst()
                .orElseThrow();
        var in = Objects.requireNonNull(seat.in());
        Instant latest = Turn.latest(seat.time().to().plus(OVERRUN), in);
        done(world.the(Attendance.class).settle(desk, seat.id(), latest, Reason.FORGOTTEN), order.id());
    }

    /** Whoever it is that may: somebody of the county does. */
    private void complaintsAreAnswered(Town town) {
        for (var complaint : left.answerable(town.county())) {
            if (town.everybody().stream().noneMatch(actor -> answered(actor, complaint))) {
                throw new Breach("a complaint that nobody can answer", List.of(complaint.order()));
            }
        }
    }

    private boolean answered(Actor actor, Answerable complaint) {
        return world.the(Complaints.class).answer(actor, complaint.id(), complaint.version(), "We are sorry.")
                instanceof Outcome.Done;
    }

    private static void done(Outcome<?> outcome, OrderId order) {
        if (outcome instanceof Outcome.Refused<?>(var refusal)) {
            throw new Breach("the unit could not end it: " + refusal, List.of(order));
        }
    }
}
