package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.CounterOrders.Who;
import feiyan.orders.HouseholdCards;
import feiyan.orders.NewOrder;
import feiyan.orders.OnBehalf;
import feiyan.orders.OrderId;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What else lies on the clerk's desk: elders without a telephone and their cards, calls to make, a matter kept quiet.
 */
@Component
class DemoCounter {

    private static final List<String> WANTED = List.of("BM04", "BM05", "BM07");

    private final CounterOrders counter;
    private final HouseholdCards cards;
    private final Review review;
    private final Scene scene;

    DemoCounter(CounterOrders counter, HouseholdCards cards, Review review, Scene scene) {
        this.counter = counter;
        this.cards = cards;
        this.review = review;
        this.scene = scene;
    }

    void plan(World world, Instant now) {
        var day = Scene.day(now, 3);
        world.days().plan(now.minus(Duration.ofHours(5)), () -> comeIn(world, day));
        world.days().plan(now.minus(Duration.ofHours(6)), () -> askBack(world, day));
        world.days().plan(now.minus(Duration.ofHours(2)), () -> quiet(world, day));
    }

    /** Two wait, of one it was settled at the counter; whoever opens the door to a volunteer shows the card. */
    private void comeIn(World world, Slot day) {
        for (int i = 0; i < WANTED.size(); i++) {
            var step = i == WANTED.size() - 1 ? Step.RESOLVE : Step.PLACE;
            write(world, "elder." + (i + 1), WANTED.get(i), day, step);
        }
    }

    private void write(World world, String name, String project, Slot day, Step step) {
        var clerk = Scene.clerk(world);
        var words = world.words();
        var known = new PersonId[1];
        counter.place(
                        clerk,
                        new OrderId(Ids.next()),
                        new Who.Newcomer(words.say(name), null),
                        person -> {
                            known[0] = person;
                            return need(world, person, name, project, day);
                        },
                        step,
                        words.oneOf(world.luck(), "resolve"))
                .orThrow();
        cards.issue(clerk, known[0], 0).orThrow();
        cards.print(clerk, known[0]).orThrow();
    }

    /** The clerk's telephone stands in for the one they do not have. */
    private static NewOrder need(World world, PersonId person, String name, String project, Slot day) {
        var story = world.land().story();
        return new NewOrder(
                person,
                Channel.COUNTER,
                story.id(),
                world.project(project).id(),
                DemoWords.fromMenu(project).words(),
                world.words().say(name),
                Cast.CLERK.phone().digits(),
                world.words().say("address", story.village(), world.luck().between(1, 400)),
                DemoHouseholds.near(story, world.luck()),
                day,
                false,
                OnBehalf.SPOKEN,
                null);
    }

    private void askBack(World world, Slot day) {
        var life = scene.asks(world, 10, "BM06", Channel.TELEPHONE, day);
        var question = world.words().oneOf(world.luck(), "ask");
        review.askBack(Scene.clerk(world), life.id(), scene.look(life).version(), question)
                .orThrow();
    }

    private void quiet(World world, Slot day) {
        scene.approved(world, scene.asks(world, 11, "JY06", Channel.PHONE_PAGE, day));
    }
}
