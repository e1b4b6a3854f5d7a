package feiyan.demo;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.dispatch.MyService;
import feiyan.dispatch.Reschedules;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.SeatState;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day itself: people come and go. Now and then the time is moved, somebody cannot come, or nobody does. */
@Component
class DemoVisits {

    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private final Attendance attendance;
    private final Seats seats;
    private final Reschedules reschedules;
    private final MyService services;
    private final OrderBook book;
    private final CheckInCode codes;
    private final DemoRatings ratings;
    private final InstantSource clock;

    DemoVisits(
            Attendance attendance,
            Seats seats,
            Reschedules reschedules,
            MyService services,
            OrderBook book,
            CheckInCode codes,
            DemoRatings ratings,
            InstantSource clock) {
        this.attendance = attendance;
        this.seats = seats;
        this.reschedules = reschedules;
        this.services = services;
        this.book = book;
        this.codes = codes;
        this.ratings = ratings;
        this.clock = clock;
    }

    void agreed(Task task, Shift shift, Runnable offerAgain) {
        var world = task.world();
        int drawn = world.luck().between(1, 100);
        if (task.life().fate() == Fate.FORGOTTEN || drawn > 13) {
            comeAndGo(task, shift);
        } else if (drawn <= 5) {
            world.days().plan(halfway(shift), () -> move(task, shift));
        } else if (drawn <= 9) {
            world.days().plan(halfway(shift), () -> giveBack(task, shift, offerAgain));
        } else {
            world.days().plan(shift.time().from().plus(PATIENCE), () -> nobodyCame(task, shift, offerAgain));
        }
    }

    private Instant halfway(Shift shift) {
        var now = clock.instant();
        return now.plus(Duration.between(now, shift.time().from()).dividedBy(2));
    }

    private OrderView look(Task task) {
        return book.find(task.life().eyes(), task.life().id()).orElseThrow();
    }

    private void comeAndGo(Task task, Shift shift) {
        var world = task.world();
        for (var hand : shift.hands()) {
            var comes = shift.time().from().plus(world.luck().minutes(-12, 8));
            var goes = shift.time().to().plus(world.luck().minutes(0, 20));
            boolean forgets = task.life().fate() == Fate.FORGOTTEN
                    && hand.equals(shift.hands().getLast());
            world.days().plan(comes, () -> come(task, shift, hand, forgets ? null : goes));
        }
    }

    private void come(Task task, Shift shift, Hand hand, @Nullable Instant goes) {
        var order = look(task);
        var seat = seat(task, hand);
        if ((order.state() != State.ACCEPTED && order.state() != State.IN_SERVICE) || seat.isEmpty()) {
            return;
        }
        var squad = shift.squad();
        if (task.life().isGroup() && squad != null) {
            // Many doors and no code: the leader says who is there, and of the leader the unit does.
            var leader = DemoAnswers.actor(task.world(), squad.leader().id());
            boolean alone = hand.id().equals(leader.person());
            var says = alone ? task.world().offices().at(order.unit()) : leader;
            attendance.confirm(says, seat.get(), Reason.NO_CODE).orThrow();
        } else {
            var code = codes.forRequester(task.world().land().county(), order);
            attendance
                    .checkIn(volunteer(task, hand), seat.get(), Objects.requireNonNullElse(code, ""))
                    .orThrow();
        }
        if (goes != null) {
            task.world().days().plan(goes, () -> go(task, hand, seat.get()));
        }
    }

    private Optional<SeatId> seat(Task task, Hand hand) {
        return services.seats(volunteer(task, hand)).stream()
                .filter(seat -> seat.state() == SeatState.TAKEN)
                .filter(seat -> seat.order().id().equals(task.life().id()))
                .map(SeatLine::seat)
                .findFirst();
    }

    private static Actor volunteer(Task task, Hand hand) {
        return DemoAnswers.actor(task.world(), hand.id());
    }

    private void go(Task task, Hand hand, SeatId seat) {
        attendance.checkOut(volunteer(task, hand), seat).orThrow();
        if (look(task).state() == State.SERVED) {
            ratings.served(task);
        }
    }

    /** Another time suits everybody better. */
    private void move(Task task, Shift shift) {
        var order = look(task);
        if (order.state() != State.ACCEPTED) {
            return;
        }
        var notBefore = clock.instant().plus(Duration.ofHours(3));
        var other = Shifts.times(order, notBefore).stream()
                .filter(time -> canAll(task, shift, time))
                .findFirst();
        if (other.isPresent()) {
            var desk = task.world().offices().at(order.unit());
            reschedules.move(desk, order.id(), order.version(), other.get()).orThrow();
            task.world().roster().book(shift.hands(), other.get());
        }
        comeAndGo(task, shift.at(other.orElse(shift.time())));
    }

    private static boolean canAll(Task task, Shift shift, Slot time) {
        return shift.hands().stream().allMatch(hand -> task.world().roster().canServe(hand, task.life(), time));
    }

    private void giveBack(Task task, Shift shift, Runnable offerAgain) {
        var hand = shift.hands().getFirst();
        var seat = seat(task, hand);
        if (look(task).state() != State.ACCEPTED || seat.isEmpty()) {
            return;
        }
        seats.giveBack(volunteer(task, hand), seat.get(), "ill").orThrow();
        if (look(task).state() == State.APPROVED) {
            task.world().days().plan(clock.instant().plus(task.world().luck().minutes(20, 120)), offerAgain);
        } else {
            var others = shift.hands().subList(1, shift.hands().size());
            comeAndGo(task, new Shift(shift.time(), shift.squad(), others));
        }
    }

    private void nobodyCame(Task task, Shift shift, Runnable offerAgain) {
        var order = look(task);
        if (order.state() != State.ACCEPTED) {
            return;
        }
        var desk = task.world().offices().at(order.unit());
        for (var hand : shift.hands()) {
            seat(task, hand).ifPresent(seat -> seats.miss(desk, seat).orThrow());
        }
        task.world().days().plan(clock.instant().plus(task.world().luck().minutes(10, 60)), offerAgain);
    }
}
