package feiyan.demo;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderView;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Rating.How;
import feiyan.orders.RatingLinks;
import feiyan.orders.Review;
import feiyan.orders.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people say it went: most of them in a few days, some when called, some late, some never. */
@Component
class DemoRatings {

    private static final Duration LATE = Duration.ofDays(9);

    private final Orders orders;
    private final Review review;
    private final RatingLinks links;
    private final OrderBook book;
    private final InstantSource clock;

    DemoRatings(Orders orders, Review review, RatingLinks links, OrderBook book, InstantSource clock) {
        this.orders = orders;
        this.review = review;
        this.links = links;
        this.book = book;
        this.clock = clock;
    }

    /** Of a group order each child has its own say. */
    void served(Task task) {
        task.life().raters().forEach(life -> served(task.world(), life, task.reviewedAgain()));
    }

    /** @param reopened what happens where it was not solved */
    void served(World world, Life life, Runnable reopened) {
        int drawn = world.luck().between(1, 100);
        if (drawn <= 75) {
            var wait = world.luck().minutes(60, 3000);
            world.days().plan(world.time().plusWaking(clock.instant(), wait), () -> rate(world, life, reopened));
        } else if (drawn <= 80) {
            world.days().plan(clock.instant().plus(LATE), () -> rate(world, life, reopened));
        }
    }

    private void rate(World world, Life life, Runnable reopened) {
        var order = book.find(life.eyes(), life.id()).orElseThrow();
        var rating = world.luck().percent(90) ? praise(world) : complaint(world);
        say(world, life, order, rating);
        if (book.find(life.eyes(), life.id()).orElseThrow().state() == State.SUBMITTED) {
            reopened.run();
        }
    }

    /** Those without a telephone of their own are called, or give a sheet of paper to somebody. */
    private void say(World world, Life life, OrderView order, Rating rating) {
        switch (rating.how()) {
            case PAGE ->
                orders.rate(life.eyes(), life.id(), order.version(), rating).orThrow();
            case LINK -> {
                var link = links.of(world.land().county(), life.id()).orElseThrow();
                var token = link.substring(link.lastIndexOf('/') + 1);
                links.rate(token, Optional.empty(), "demo", rating).orThrow();
            }
            case CALL_BACK, PAPER -> {
                var desk = world.offices().at(order.unit());
                review.called(desk, life.id(), true).orThrow();
                orders.rate(desk, life.id(), order.version(), rating).orThrow();
            }
        }
    }

    private static Rating praise(World world) {
        var luck = world.luck();
        return new Rating(
                true, luck.between(4, 5), luck.between(4, 5), luck.between(3, 5), said(world, "praise"), how(luck));
    }

    private static Rating complaint(World world) {
        var luck = world.luck();
        return new Rating(
                false, luck.between(1, 3), luck.between(2, 4), luck.between(1, 2), said(world, "complain"), how(luck));
    }

    private static @Nullable String said(World world, String key) {
        var words = world.words().oneOf(world.luck(), key);
        return words.isEmpty() ? null : words;
    }

    private static How how(Luck luck) {
        int drawn = luck.between(1, 100);
        return drawn <= 60 ? How.PAGE : drawn <= 80 ? How.CALL_BACK : drawn <= 90 ? How.LINK : How.PAPER;
    }
}
