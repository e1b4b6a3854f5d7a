package feiyan.demo;

import static java.util.Comparator.comparingDouble;

import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.Channel;
import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Three are asked one after the other to run an errand: the first had no time, the second thinks it over. */
@Component
class DemoQueue {

    private static final int ASKED = 3;

    private final Offers offers;
    private final Answers answers;
    private final Scene scene;

    DemoQueue(Offers offers, Answers answers, Scene scene) {
        this.offers = offers;
        this.answers = answers;
        this.scene = scene;
    }

    void plan(World world, Instant now) {
        world.days().plan(now.minus(Duration.ofMinutes(70)), () -> {
            var life = scene.asks(world, 9, "BM07", Channel.SWALLOW, Scene.day(now, 3));
            world.days().plan(now.minus(Duration.ofMinutes(40)), () -> ask(world, now, scene.approved(world, life)));
        });
    }

    private void ask(World world, Instant now, Life life) {
        var order = scene.look(life);
        var time = Shifts.times(order, now).stream()
                .filter(slot -> able(world, life, slot).size() == ASKED)
                .findFirst()
                .orElseThrow();
        var hands = able(world, life, time);
        var made = offers.makeInTurn(Scene.clerk(world), life.id(), order.version(), time, invitees(hands))
                .orThrow();
        world.roster().book(hands, time);
        world.days().plan(now.minus(Duration.ofMinutes(20)), () -> decline(world, hands.getFirst(), made.getFirst()));
    }

    private static List<Hand> able(World world, Life life, Slot time) {
        return world.hands().stream()
                .filter(hand -> world.roster().canServe(hand, life, time))
                .sorted(comparingDouble(hand -> hand.home().metresTo(life.place())))
                .limit(ASKED)
                .toList();
    }

    private static List<Invitee> invitees(List<Hand> hands) {
        return hands.stream()
                .map(hand -> (Invitee) new Invitee.ToVolunteer(hand.id()))
                .toList();
    }

    private void decline(World world, Hand first, OfferId offer) {
        answers.decline(DemoAnswers.actor(world, first.id()), offer, "no_time").orThrow();
    }
}
