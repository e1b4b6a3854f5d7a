package feiyan.bench.loop;

import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.orders.Rating;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One need from a resident to her rating, by the product's own doors; each step at its own hour. */
public final class DoorLoop {

    /** Somebody who says no is asked so long before the others, and says it in the middle of that. */
    private static final Duration ASKED_BEFORE = Duration.ofMinutes(30);

    private static final Duration REFUSED_BEFORE = Duration.ofMinutes(20);
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private final Doors doors;
    private final Errand errand;
    private final Hours hours;
    private final Watch watch;
    private final Runnable afterEach;
    /** As it is by what was done so far: nobody need look. */
    private int version;

    /** @param watch looks at how long each step takes */
    public DoorLoop(Doors doors, Errand errand, Watch watch) {
        this(doors, errand, watch, () -> {});
    }

    /** @param afterEach what happens after each step, at its hour */
    public DoorLoop(Doors doors, Errand errand, Watch watch, Runnable afterEach) {
        this.doors = doors;
        this.errand = errand;
        this.hours = errand.hours();
        this.watch = watch;
        this.afterEach = afterEach;
    }

    /** Those who are asked come. */
    public OrderId run() {
        return served(agreed());
    }

    /** Somebody else is asked first, and says no. */
    public OrderId runAfter(Actor refusing) {
        var order = approved();
        var asked = offered(
                order, List.of(Errand.inPerson(refusing)), hours.offered().minus(ASKED_BEFORE));
        at(hours.offered().minus(REFUSED_BEFORE), () -> doors.answers().decline(refusing, asked.getFirst(), "no_time"));
        version++;
        return served(accepted(order));
    }

    public OrderId placed() {
        var order = step(Step.PLACE, hours.placed(), () -> doors.orders().place(errand.resident(), errand.need()));
        version = 1;
        return order;
    }

    public OrderId approved() {
        var order = placed();
        step(Step.APPROVE, hours.approved(), () -> doors.review().approve(errand.desk(), order, version, null));
        version++;
        return order;
    }

    public OrderId agreed() {
        return accepted(approved());
    }

    private List<OfferId> offered(OrderId order, List<Invitee> invitees, Instant when) {
        var offers = step(
                Step.OFFER, when, () -> doors.offers().make(errand.desk(), order, version, errand.time(), invitees));
        version++;
        return offers;
    }

    private OrderId accepted(OrderId order) {
        var offers = offered(order, errand.invitees(), hours.offered());
        var team = errand.team();
        if (team == null) {
            for (int at = 0; at < offers.size(); at++) {
                accept(errand.comers().get(at), offers.get(at));
            }
        } else {
            accept(team.leader(), offers.getFirst());
            var members = errand.comers().stream().map(Actor::person).toList();
            at(hours.accepted(), () -> doors.seats().put(team.leader(), offers.getFirst(), members));
        }
        version++;
        return order;
    }

    private void accept(Actor who, OfferId offer) {
        step(Step.ACCEPT, hours.accepted(), () -> doors.answers().accept(who, offer));
    }

    /** Seat and code are what the two read on their pages: they are found out beside the clock. */
    private OrderId served(OrderId order) {
        var county = errand.desk().county();
        var comers = errand.comers().stream().map(Actor::person).toList();
        var seats = doors.taken().of(county.value(), order, comers);
        var code = doors.codes().of(county, order, errand.time());
        for (var comer : errand.comers()) {
            var seat = seat(seats.get(comer.person()));
            step(Step.START, hours.came(), () -> doors.attendance().checkIn(comer, seat, code));
        }
        for (var comer : errand.comers()) {
            var seat = seat(seats.get(comer.person()));
            step(Step.FINISH, hours.went(), () -> doors.attendance().checkOut(comer, seat));
        }
        version += 2;
        var rating = new Rating(true, 5, 5, 4, Speech.THANKS, Rating.How.PAGE);
        return step(Step.RATE, hours.rated(), () -> doors.orders().rate(errand.resident(), order, version, rating));
    }

    private static SeatId seat(@Nullable SeatId seat) {
        return Objects.requireNonNull(seat, "nobody has the seat");
    }

    private <T> T step(Step step, Instant moment, Supplier<Outcome<T>> work) {
        var done = watch.timed(step, () -> doors.clock().at(moment, work).orThrow());
        doors.clock().at(moment.plus(A_LITTLE), afterEach);
        return done;
    }

    private void at(Instant moment, Supplier<? extends Outcome<?>> work) {
        doors.clock().at(moment, () -> work.get().orThrow());
        doors.clock().at(moment.plus(A_LITTLE), afterEach);
    }
}
