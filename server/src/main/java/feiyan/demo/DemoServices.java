package feiyan.demo;

import feiyan.dispatch.Invitee;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the dispatcher does with an approved order: offers it, again if need be, and is honest in the end. */
@Component
class DemoServices {

    private static final int TRIES = 3;
    private static final Duration TO_GET_THERE = Duration.ofHours(3);
    private static final Duration TO_GET_THERE_QUICKLY = Duration.ofMinutes(50);

    private final Offers offers;
    private final OrderBook book;
    private final Review review;
    private final DemoAnswers answers;
    private final DemoRatings ratings;
    private final InstantSource clock;

    DemoServices(
            Offers offers,
            OrderBook book,
            Review review,
            DemoAnswers answers,
            DemoRatings ratings,
            InstantSource clock) {
        this.offers = offers;
        this.book = book;
        this.review = review;
        this.answers = answers;
        this.ratings = ratings;
        this.clock = clock;
    }

    void approved(Task task) {
        int most = look(task).urgent() ? 15 : 240;
        var world = task.world();
        var soon = world.time().plus(clock.instant(), world.luck().minutes(5, most));
        world.days().plan(soon, () -> dispatch(task));
    }

    private OrderView look(Task task) {
        return book.find(task.life().eyes(), task.life().id()).orElseThrow();
    }

    private void dispatch(Task task) {
        var order = look(task);
        switch (order.state()) {
            case SUBMITTED -> task.reviewedAgain().run();
            case APPROVED -> offer(task, order);
            case NEW, RETURNED, OFFERED, ACCEPTED, IN_SERVICE, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> {}
        }
    }

    private void offer(Task task, OrderView order) {
        var notBefore = clock.instant().plus(order.urgent() ? TO_GET_THERE_QUICKLY : TO_GET_THERE);
        var found = new Shifts(task.world()).find(task.life(), order, notBefore);
        if (found.isEmpty() || task.tries() >= TRIES) {
            giveUp(task, order);
            return;
        }
        var shift = found.get();
        var desk = task.world().offices().at(order.unit());
        var made = offers.make(desk, order.id(), order.version(), shift.time(), invitees(shift))
                .orThrow();
        task.world().roster().book(shift.hands(), shift.time());
        answers.asked(task, order, shift, made, () -> dispatch(task.oneMoreTry()));
    }

    private static List<Invitee> invitees(Shift shift) {
        return shift.squad() != null
                ? List.of(new Invitee.ToTeam(shift.squad().id()))
                : shift.hands().stream()
                        .map(hand -> (Invitee) new Invitee.ToVolunteer(hand.id()))
                        .toList();
    }

    /** Nobody can: the unit does what it can itself, or says so. */
    private void giveUp(Task task, OrderView order) {
        var world = task.world();
        var desk = world.offices().at(order.unit());
        if (!task.life().isGroup() && world.luck().percent(60)) {
            review.resolve(desk, order.id(), order.version(), world.words().oneOf(world.luck(), "resolve"))
                    .orThrow();
            ratings.served(task);
            return;
        }
        var reason = RefusalReason.NOBODY_FREE;
        review.refuse(desk, order.id(), order.version(), reason, world.words().say("refuse." + reason.code()))
                .orThrow();
        if (task.life().isGroup()) {
            task.reviewedAgain().run();
        }
    }
}
