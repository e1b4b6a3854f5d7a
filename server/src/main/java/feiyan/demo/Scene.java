package feiyan.demo;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Channel;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the scenes of the story have in common: somebody of the village asks, its clerk says yes. */
@Component
class Scene {

    private final DemoNeeds needs;
    private final Review review;
    private final OrderBook book;

    Scene(DemoNeeds needs, Review review, OrderBook book) {
        this.needs = needs;
        this.review = review;
        this.book = book;
    }

    /** The homes of the village by number; the first is that of the cast's resident. */
    static Household home(World world, int number) {
        return world.homes().stream()
                .filter(home -> home.station().equals(world.land().story()))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    static Actor clerk(World world) {
        return world.offices().at(world.land().story().id());
    }

    static Hand hand(World world, Actor who) {
        return world.hands().stream()
                .filter(hand -> hand.id().equals(who.person()))
                .findFirst()
                .orElseThrow();
    }

    /** The whole of a day, some days from then. */
    static Slot day(Instant then, int days) {
        var morning = then.atZone(WorkingTime.ZONE)
                .toLocalDate()
                .plusDays(days)
                .atTime(8, 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
        return new Slot(morning, morning.plus(Duration.ofHours(12)));
    }

    Life asks(World world, int home, String project, Channel channel, Slot window) {
        return needs.arranged(world, home(world, home), project, channel, window);
    }

    Life approved(World world, Life life) {
        review.approve(
                        clerk(world),
                        life.id(),
                        look(life).version(),
                        life.project().id())
                .orThrow();
        return life;
    }

    OrderView look(Life life) {
        return book.find(life.eyes(), life.id()).orElseThrow();
    }
}
