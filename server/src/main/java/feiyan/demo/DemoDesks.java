package feiyan.demo;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.Orders;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.orders.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the desks do with what comes in. Whoever has the order when it is its turn decides. */
@Component
class DemoDesks {

    private static final List<RefusalReason> REASONS = List.of(
            RefusalReason.NOT_VOLUNTEER_SERVICE,
            RefusalReason.NOBODY_QUALIFIED,
            RefusalReason.NOBODY_FREE,
            RefusalReason.UNSAFE,
            RefusalReason.DUPLICATE);

    private static final Set<State> CAN_BE_CALLED_OFF =
            Set.of(State.SUBMITTED, State.RETURNED, State.APPROVED, State.OFFERED, State.ACCEPTED);

    private final Review review;
    private final Orders orders;
    private final OrderBook book;
    private final DemoServices services;
    private final DemoRatings ratings;
    private final InstantSource clock;

    DemoDesks(
            Review review,
            Orders orders,
            OrderBook book,
            DemoServices services,
            DemoRatings ratings,
            InstantSource clock) {
        this.review = review;
        this.orders = orders;
        this.book = book;
        this.services = services;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** The order lies on a desk; somebody will look at it. */
    void receive(World world, Life life) {
        switch (life.fate()) {
            case MERGED, FORSAKEN, ARRANGED -> {}
            case CALLED_OFF ->
                world.days().plan(clock.instant().plus(world.luck().minutes(60, 2000)), () -> callOff(world, life));
            case NEGLECTED -> later(world, 5 * 480, 8 * 480, () -> decide(world, life.as(Fate.SMOOTH)));
            case SMOOTH, FORGOTTEN, ON_THE_SPOT, ASKED_BACK, REFUSED, TO_INSTITUTE, TO_CENTER ->
                later(world, 10, 420, () -> decide(world, life));
        }
    }

    /** So many minutes of working time from now. */
    private void later(World world, int least, int most, Runnable what) {
        world.days().plan(world.time().plus(clock.instant(), world.luck().minutes(least, most)), what);
    }

    private OrderView look(Life life) {
        return book.find(life.eyes(), life.id()).orElseThrow();
    }

    private void decide(World world, Life life) {
        var order = look(life);
        if (order.state() != State.SUBMITTED) {
            return;
        }
        switch (life.fate()) {
            case SMOOTH, FORGOTTEN -> approve(world, life, order);
            case ON_THE_SPOT -> resolve(world, life, order);
            case ASKED_BACK -> askBack(world, life, order);
            case REFUSED -> refuse(world, life, order);
            case TO_INSTITUTE, TO_CENTER -> passOn(world, life, order);
            case CALLED_OFF, NEGLECTED, MERGED, FORSAKEN, ARRANGED ->
                throw new IllegalStateException("nobody decides on these");
        }
    }

    private void approve(World world, Life life, OrderView order) {
        var desk = world.offices().at(order.unit());
        review.approve(desk, life.id(), order.version(), life.project().id()).orThrow();
        var again = life.fate() == Fate.FORGOTTEN ? life : life.as(Fate.SMOOTH);
        services.approved(new Task(world, life, () -> receive(world, again), 0));
    }

    private void resolve(World world, Life life, OrderView order) {
        var desk = world.offices().at(order.unit());
        review.resolve(desk, life.id(), order.version(), world.words().oneOf(world.luck(), "resolve"))
                .orThrow();
        ratings.served(world, life, () -> receive(world, life.as(Fate.SMOOTH)));
    }

    private void askBack(World world, Life life, OrderView order) {
        var desk = world.offices().at(order.unit());
        review.askBack(desk, life.id(), order.version(), world.words().oneOf(world.luck(), "ask"))
                .orThrow();
        if (world.luck().percent(65)) {
            var soon = world.time().plusWaking(clock.instant(), world.luck().minutes(30, 1200));
            world.days().plan(soon, () -> answer(world, life));
        } else if (world.luck().percent(60)) {
            // After the call the clock may end it.
            later(world, 480, 1200, () -> call(world, life));
        }
    }

    private void answer(World world, Life life) {
        var order = look(life);
        orders.answer(life.eyes(), life.id(), order.version(), world.words().oneOf(world.luck(), "answer"))
                .orThrow();
        receive(world, life.as(Fate.SMOOTH));
    }

    private void call(World world, Life life) {
        review.called(world.offices().at(look(life).unit()), life.id(), false).orThrow();
    }

    private void refuse(World world, Life life, OrderView order) {
        var desk = world.offices().at(order.unit());
        var reason = world.luck().oneOf(REASONS);
        review.refuse(desk, life.id(), order.version(), reason, world.words().say("refuse." + reason.code()))
                .orThrow();
        boolean hasUnitAbove = !order.unit().equals(world.land().center());
        if (hasUnitAbove && !order.confidential() && world.luck().percent(25)) {
            later(world, 300, 900, () -> uphold(world, life));
        }
    }

    /** The requester did not take no for an answer, and the institute says she is right. */
    private void uphold(World world, Life life) {
        var order = look(life);
        var above = world.land().above(order.unit());
        review.upholdAppeal(world.offices().at(above), life.id(), order.version(), above)
                .orThrow();
        receive(world, life.as(Fate.SMOOTH));
    }

    private void passOn(World world, Life life, OrderView order) {
        // The clock may have been faster, and above the center there is nobody.
        if (order.unit().equals(world.land().center())) {
            approve(world, life, order);
            return;
        }
        var desk = world.offices().at(order.unit());
        var to = life.fate() == Fate.TO_CENTER
                ? world.land().center()
                : world.land().above(order.unit());
        review.escalate(desk, life.id(), order.version(), to, null).orThrow();
        receive(world, life.as(Fate.SMOOTH));
    }

    private void callOff(World world, Life life) {
        var order = look(life);
        if (CAN_BE_CALLED_OFF.contains(order.state())) {
            orders.cancel(life.eyes(), life.id(), order.version(), world.words().say("cancel"))
                    .orThrow();
        }
    }
}
