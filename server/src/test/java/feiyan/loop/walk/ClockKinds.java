package feiyan.loop.walk;

import feiyan.dispatch.OfferExpiry;
import feiyan.dispatch.OfferLooks;
import feiyan.dispatch.Overruns;
import feiyan.dispatch.PassedProposals;
import feiyan.dispatch.PassedTimes;
import feiyan.orders.OrderClocks;
import feiyan.platform.CountyId;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** What nobody presses: the jobs, by the doors they use. The last three look at all counties, or by chance. */
final class ClockKinds {

    private ClockKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "clock.orders",
                        "ALL:0",
                        job((house, county) -> house.getBean(OrderClocks.class).tick(county))),
                Kind.of("clock.offers", "ALL:0", turn -> {
                    turn.the(OfferExpiry.class).expire(turn.town().county(), turn.now());
                    return Outcome.done("looked");
                }),
                Kind.of("clock.looks", "ALL:0", turn -> {
                    turn.the(OfferLooks.class).look(turn.town().county(), turn.now());
                    return Outcome.done("looked");
                }),
                Kind.of(
                        "clock.passed_times",
                        "ALL:0",
                        job((house, county) -> house.getBean(PassedTimes.class).settle(county))),
                Kind.of(
                        "clock.proposals",
                        "ALL:0",
                        job((house, county) ->
                                house.getBean(PassedProposals.class).settle(county))),
                Kind.of(
                        "clock.overruns",
                        "ALL:0",
                        job((house, county) -> house.getBean(Overruns.class).settle(county))),
                Kind.of(
                        "clock.deadlines",
                        "ALL:0",
                        job((house, county) -> inside(house, "deadlineRefresh", "catchUp", county))),
                Kind.of("clock.drafts", "ALL:0", ClockKinds::sweep),
                Kind.of("clock.outbox", "ALL:0", ClockKinds::work),
                Kind.of("policy.change", "ALL:0", ClockKinds::decide));
    }

    private static Kind.Deed job(BiConsumer<ApplicationContext, CountyId> look) {
        return turn -> {
            look.accept(turn.house(), turn.town().county());
            return Outcome.done("looked");
        };
    }

    /** All of them, until they find nothing more to do. */
    static void look(ApplicationContext house, CountyId county, InstantSource clock) {
        house.getBean(OfferExpiry.class).expire(county, clock.instant());
        house.getBean(OfferLooks.class).look(county, clock.instant());
        house.getBean(PassedTimes.class).settle(county);
        house.getBean(PassedProposals.class).settle(county);
        house.getBean(Overruns.class).settle(county);
        inside(house, "deadlineRefresh", "catchUp", county);
        while (house.getBean(OrderClocks.class).tick(county) > 0) {
            Thread.onSpinWait();
        }
    }

    /** A job that only the scheduler calls. */
    static void inside(ApplicationContext house, String job, String method, CountyId county) {
        ReflectionTestUtils.invokeMethod(house.getBean(job), method, county);
    }

    private static Outcome<?> sweep(Turn turn) {
        if (turn.luck(0.1)) {
            inside(turn.house(), "draftSweep", "sweep", turn.town().county());
        }
        return Outcome.done("looked");
    }

    /** Messages are written of some of what happens: of all, it would be a test of messages. */
    private static Outcome<?> work(Turn turn) {
        if (turn.luck(0.15)) {
            ReflectionTestUtils.invokeMethod(
                    turn.the(OutboxWorker.class), "workBatch", turn.town().county());
        }
        return Outcome.done("looked");
    }

    /** The county decides anew how long it waits for a rating and how urgent urgent is. */
    private static Outcome<?> decide(Turn turn) {
        var county = turn.town().county();
        var by = turn.town().administrator().person().value();
        if (turn.luck(0.9)) {
            return Outcome.done("as before");
        }
        return turn.luck(0.5)
                ? turn.the(Policies.class)
                        .set(county, Policy.RATING_DAYS, turn.dice().nextInt(2, 9), by)
                : turn.the(Policies.class)
                        .set(
                                county,
                                Policy.URGENT,
                                Duration.ofMinutes(turn.dice().nextInt(60, 180)),
                                by);
    }
}
