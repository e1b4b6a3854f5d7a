package feiyan.loop.walk;

import feiyan.orders.OrderId;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One of the threads: draws a place, a command and somebody to give it, over and over. */
final class Walker {

    private static final int COMMANDS_A_LEAP = 200;
    private static final int COMMANDS_A_LOOK_OF_THE_CLOCK = 20;

    private final int thread;
    private final World world;
    private final Deck deck;
    private final Looking looking;
    private final SplittableRandom dice;
    private final AtomicBoolean broken;

    Walker(int thread, World world, Deck deck, Looking looking, SplittableRandom dice, AtomicBoolean broken) {
        this.thread = thread;
        this.world = world;
        this.deck = deck;
        this.looking = looking;
        this.dice = dice;
        this.broken = broken;
    }

    void walk(int commands) {
        try {
            for (int i = 0; i < commands && !broken.get(); i++) {
                step();
            }
        } catch (RuntimeException | Error failure) {
            broken.set(true);
            throw failure;
        }
    }

    private void step() {
        if (dice.nextInt(COMMANDS_A_LEAP) == 0) {
            world.clock().leap(leap());
        }
        var town = world.towns().get(dice.nextInt(2));
        int place = world.place(dice);
        var hot = world.hot(town, place);
        var order = hot == null ? null : looking.order(town.county(), hot).orElse(null);
        var turn = new Turn(world, town, place, order, looking, dice);
        attempt(drawn(order), turn, order);
    }

    /** Mostly minutes, so that people get something done; hours, a night, and now and then nobody comes for days. */
    private Duration leap() {
        int luck = dice.nextInt(100);
        if (luck < 82) {
            return Duration.ofMinutes(dice.nextInt(2, 16));
        }
        if (luck < 94) {
            return Duration.ofMinutes(dice.nextInt(20, 90));
        }
        return luck < 98 ? Duration.ofMinutes(dice.nextInt(180, 480)) : Duration.ofHours(dice.nextInt(24, 96));
    }

    /** What is over makes room, a little later; what is not is sometimes left alone for ever. */
    private Kind drawn(@Nullable Facts order) {
        if (order == null || dice.nextInt(1000) < (order.state().isOver() ? goes(order) : isLeft(order))) {
            return deck.placing(dice);
        }
        return dice.nextInt(COMMANDS_A_LOOK_OF_THE_CLOCK) == 0 ? deck.clock(dice) : deck.on(order.state(), dice);
    }

    /** Of a thousand: a served order has an afterlife; one that was called off has little. */
    private static int goes(Facts order) {
        return order.state() == State.CLOSED ? 120 : 250;
    }

    /** Of a thousand: who was asked something back forgets it more easily than anything else. */
    private static int isLeft(Facts order) {
        return order.state() == State.RETURNED ? 40 : 2;
    }

    private void attempt(Kind kind, Turn turn, @Nullable Facts order) {
        long number = world.next();
        final Outcome<?> outcome;
        try {
            outcome = world.clock().ticking(() -> kind.deed().attempt(turn));
        } catch (RuntimeException failure) {
            note(number, kind, turn, order, failure.toString());
            throw new Breach(kind.name() + " threw", order == null ? nobodys() : order.id(), failure);
        }
        var result = Tally.result(outcome);
        note(number, kind, turn, order, result);
        world.tally().count(kind.name(), result);
        var wrong = turn.wrong(outcome);
        if (wrong != null) {
            throw new Breach(kind.name() + ": " + wrong, List.of(order == null ? nobodys() : order.id()));
        }
    }

    private static OrderId nobodys() {
        return new OrderId(new UUID(0, 0));
    }

    private void note(long number, Kind kind, Turn turn, @Nullable Facts order, String result) {
        var at = order == null ? nobodys() : order.id();
        world.trail()
                .add(
                        at,
                        new Trail.Step(
                                number,
                                thread,
                                world.clock().instant(),
                                kind.name(),
                                turn.who(),
                                order,
                                turn.sawVersion(),
                                result));
    }
}
