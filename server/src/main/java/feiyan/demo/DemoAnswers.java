package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.demo.DemoTeams.Squad;
import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.State;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What those say who are asked: mostly yes, sometimes no, sometimes nothing until the offer runs out. */
@Component
class DemoAnswers {

    private static final int YES = 84;
    private static final int NO = 92;
    /** Shorter than any offer lasts, see dispatch's OfferDeadline: four waking hours, urgent half an hour. */
    private static final Duration AT_MOST = Duration.ofMinutes(230);

    private static final Duration AT_MOST_URGENT = Duration.ofMinutes(28);
    /** After the last answer. */
    private static final Duration COUNT_HEADS = Duration.ofMinutes(10);
    /** By then what nobody answered has run out. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(3);

    private final Answers answers;
    private final Offers offers;
    private final Seats seats;
    private final OrderBook book;
    private final DemoVisits visits;
    private final InstantSource clock;

    DemoAnswers(Answers answers, Offers offers, Seats seats, OrderBook book, DemoVisits visits, InstantSource clock) {
        this.answers = answers;
        this.offers = offers;
        this.seats = seats;
        this.book = book;
        this.visits = visits;
        this.clock = clock;
    }

    /** @param offerAgain what the dispatcher does when it comes to nothing */
    void asked(Task task, OrderView order, Shift shift, List<OfferId> made, Runnable offerAgain) {
        var world = task.world();
        var limit = limit(order, shift);
        var coming = new ArrayList<Hand>();
        if (shift.squad() != null) {
            var squad = shift.squad();
            world.days()
                    .plan(sometime(world, limit), () -> leaderAnswers(task, shift, squad, made.getFirst(), offerAgain));
        } else {
            for (int i = 0; i < made.size(); i++) {
                var hand = shift.hands().get(i);
                var offer = made.get(i);
                world.days().plan(sometime(world, limit), () -> answers(task, shift, hand, offer, coming, offerAgain));
            }
        }
        var answered = clock.instant().plus(limit);
        world.days().plan(answered.plus(COUNT_HEADS), () -> countHeads(task, shift, coming, offerAgain));
        world.days().plan(answered.plus(LOOK_AGAIN), () -> lookAgain(task, offerAgain));
    }

    /** A third of the time that is left, and not for ever. */
    private Duration limit(OrderView order, Shift shift) {
        var now = clock.instant();
        var begins = order.window().from().isAfter(now)
                ? order.window().from()
                : shift.time().from();
        var share = Duration.between(now, begins).dividedBy(3);
        var usual = order.urgent() ? AT_MOST_URGENT : AT_MOST;
        return share.compareTo(usual) < 0 ? share : usual;
    }

    private Instant sometime(World world, Duration limit) {
        return clock.instant()
                .plus(limit.multipliedBy(world.luck().between(5, 90)).dividedBy(100));
    }

    private OrderView look(Task task) {
        return book.find(task.life().eyes(), task.life().id()).orElseThrow();
    }

    private boolean isWaited(Task task) {
        return look(task).state() == State.OFFERED;
    }

    private void leaderAnswers(Task task, Shift shift, Squad squad, OfferId offer, Runnable offerAgain) {
        var world = task.world();
        var leader = actor(world, squad.leader().id());
        int drawn = world.luck().between(1, 100);
        if (!isWaited(task) || drawn > NO) {
            return;
        }
        if (drawn > YES) {
            answers.decline(leader, offer, "no_time").orThrow();
            world.days().plan(clock.instant().plus(world.luck().minutes(10, 90)), offerAgain);
            return;
        }
        answers.accept(leader, offer).orThrow();
        var soon = clock.instant().plus(world.luck().minutes(2, 40));
        world.days().plan(soon, () -> putOn(task, shift, leader, offer, offerAgain));
    }

    private void putOn(Task task, Shift shift, Actor leader, OfferId offer, Runnable offerAgain) {
        if (isWaited(task)) {
            seats.put(leader, offer, shift.hands().stream().map(Hand::id).toList())
                    .orThrow();
            visits.agreed(task, shift, offerAgain);
        }
    }

    private void answers(Task task, Shift shift, Hand hand, OfferId offer, List<Hand> coming, Runnable offerAgain) {
        var world = task.world();
        int drawn = world.luck().between(1, 100);
        if (!isWaited(task) || drawn > NO) {
            return;
        }
        var volunteer = actor(world, hand.id());
        if (drawn > YES) {
            answers.decline(volunteer, offer, "no_time").orThrow();
            return;
        }
        answers.accept(volunteer, offer).orThrow();
        coming.add(hand);
        if (look(task).state() == State.ACCEPTED) {
            visits.agreed(task, new Shift(shift.time(), null, coming), offerAgain);
        }
    }

    /** Some said yes, though not all: they go. */
    private void countHeads(Task task, Shift shift, List<Hand> coming, Runnable offerAgain) {
        var order = look(task);
        if (order.state() == State.OFFERED && !coming.isEmpty()) {
            var desk = task.world().offices().at(order.unit());
            offers.goAhead(desk, order.id(), order.version()).orThrow();
            visits.agreed(task, new Shift(shift.time(), null, coming), offerAgain);
        }
    }

    /** Nobody did: somebody else is asked. */
    private void lookAgain(Task task, Runnable offerAgain) {
        var state = look(task).state();
        if (state == State.APPROVED || state == State.SUBMITTED) {
            offerAgain.run();
        }
    }

    static Actor actor(World world, PersonId person) {
        return Actor.withoutPosts(world.land().county(), person);
    }
}
