package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.Weights;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans who serves many orders: the engine, with the county's rules as its law, week after week; what one week's plan
 * gives people to do counts in the next. Decides nothing: whoever is asked may say no, and the database judges anew.
 */
@Component
public class PlanMaker {

    /** An order at a time, and how many people it still needs; a time that is over is played through as if it came. */
    public record Wanted(ServiceSheet order, Slot time, int seats) {}

    /**
     * What was said before.
     *
     * @param pinned stays, as far as the rules let it; even somebody who was asked enough
     * @param forbidden does not come into question
     * @param asked who has been asked for it already and may still say yes
     * @param perAsked how much dearer, in metres of road, a plan may be that leaves one of those in place
     */
    public record Ties(Set<Pairing> pinned, Set<Pairing> forbidden, Set<Pairing> asked, int perAsked) {

        public static final Ties NONE = new Ties(Set.of(), Set.of(), Set.of(), 0);

        public Ties {
            pinned = Set.copyOf(pinned);
            forbidden = Set.copyOf(forbidden);
            asked = Set.copyOf(asked);
        }
    }

    public record Pairing(OrderId order, PersonId volunteer) {}

    /**
     * What is to be planned.
     *
     * @param look whose people come into question, and what was before
     * @param seed of the search; the same inputs, seed and number of tries give the same plan
     */
    public record Task(Supply.Look look, Weights weights, List<Wanted> orders, Ties ties, long seed) {}

    /**
     * @param unkept what was pinned and breaks a rule
     * @param cost in metres of road, less the seats that nobody could fill
     * @param bound no plan costs less
     * @param inputsDigest of all that the plan was made of: SHA-256, in hexadecimal
     */
    public record Made(
            List<Seat> seats,
            List<Gap> gaps,
            List<Pairing> unkept,
            long cost,
            long bound,
            String inputsDigest,
            Duration took) {}

    /**
     * @param untilNextBest how much dearer the cheapest other person is who could take the seat as the plan stands
     * @param nextBest who that is; null: nobody could
     */
    public record Seat(
            OrderId order,
            Slot time,
            Suggestion suggestion,
            OptionalLong untilNextBest,
            @Nullable PersonId nextBest) {}

    /**
     * @param seats left open
     * @param unfillable of them, those that nobody could fill whatever the plan
     */
    public record Gap(OrderId order, int seats, int unfillable, Lack lack) {}

    // All weeks together; the more orders a week has, the more of it is theirs.
    private static final Duration MOST = Duration.ofMillis(300);
    private static final Duration MOST_WHEN_TIGHT = Duration.ofMillis(900);
    private static final Duration LEAST = Duration.ofMillis(40);

    /** @param cancelled asked now and then; the best plan so far is the answer */
    public Made plan(Task task, BooleanSupplier cancelled) {
        return plan(task, cancelled, share -> options(task.seed(), share));
    }

    /** As {@code plan}, but ends after so many tries for each week: the same inputs give the same plan. */
    public Made repeatable(Task task, long tries) {
        return plan(task, () -> false, share -> PlanOptions.repeatable(task.seed(), tries));
    }

    private Made plan(Task task, BooleanSupplier cancelled, DoubleFunction<PlanOptions> options) {
        long began = System.nanoTime();
        var inputs = task.look().inputs(task);
        var digest = CompletableFuture.supplyAsync(() -> InputsDigest.of(inputs, task.seed()));
        var result = new WholePlan(inputs, cancelled, options).made();
        return new Made(
                result.seats(),
                result.gaps(),
                result.unkept(),
                result.cost(),
                result.bound(),
                digest.join(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private static PlanOptions options(long seed, double share) {
        return new PlanOptions(
                seed, PlanOptions.Effort.SEARCH, part(MOST, share), part(MOST_WHEN_TIGHT, share), Long.MAX_VALUE);
    }

    private static Duration part(Duration whole, double share) {
        var part = Duration.ofNanos((long) (share * whole.toNanos()));
        return part.compareTo(LEAST) < 0 ? LEAST : part;
    }
}
