package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Commitment;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.pool.Replayed.Given;
import feiyan.orders.OrderId;
import feiyan.units.CoarsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One past, week after week: what a week gives people to do is what they have served lately in the next. */
final class Replay {

    private static final long SEED = 1;

    /** Of each order the twenty best come into question; the plan looks at a few less. */
    private static final int BEST = 20;

    /** Two plans of the same orders are to differ by their weights, not by when they ran out of time. */
    private static final int TRIES_AN_ORDER = 5;

    private final Pool pool;
    private final Weights weights;
    private final Map<PersonId, Integer> recent;
    private final Map<PersonId, List<Booking>> booked = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final Set<PersonId> able = new HashSet<>();
    private int unfillable;

    /** @param recent minutes served before any of it */
    Replay(Pool pool, Weights weights, Map<PersonId, Integer> recent) {
        this.pool = pool;
        this.weights = weights;
        this.recent = new HashMap<>(recent);
    }

    Replayed of(List<PlanInputs.Wish> wishes, DoubleConsumer progress) {
        var over = wishes.stream()
                .map(wish -> wish.wanted().time().to())
                .max(Instant::compareTo)
                .orElseThrow();
        int done = 0;
        for (var week : byWeek(wishes).entrySet()) {
            play(week.getKey(), inputs(week.getValue(), over.plusSeconds(1)));
            done += week.getValue().size();
            progress.accept((double) done / wishes.size());
        }
        int seats = wishes.stream().mapToInt(wish -> wish.wanted().seats()).sum();
        return new Replayed(given, seats, unfillable, able);
    }

    private static Map<LocalDate, List<PlanInputs.Wish>> byWeek(List<PlanInputs.Wish> wishes) {
        var weeks = new TreeMap<LocalDate, List<PlanInputs.Wish>>();
        wishes.stream()
                .sorted(Comparator.comparing(
                                (PlanInputs.Wish wish) -> wish.wanted().time().from())
                        .thenComparing(wish -> wish.id().value()))
                .forEach(wish -> weeks.computeIfAbsent(wish.need().week(), none -> new ArrayList<>())
                        .add(wish));
        return weeks;
    }

    /** @param now when all of it is over: nobody was asked, nobody pauses */
    private PlanInputs inputs(List<PlanInputs.Wish> wishes, Instant now) {
        var skills = wishes.stream().map(wish -> wish.need().service().skill()).collect(Collectors.toSet());
        var people = pool.snapshot().stream()
                .filter(member -> member.hasOneOf(skills))
                .map(this::asThen)
                .toList();
        return new PlanInputs(pool.engine(), pool.policy(), weights, people, wishes, PlanMaker.Ties.NONE, now);
    }

    /** As they are today, but with nothing to do save what this replay gave them. */
    private Member asThen(Member today) {
        return new Member(
                today.id(),
                today.unit(),
                today.skills(),
                today.certificates(),
                today.freeHours(),
                today.home(),
                today.radiusMetres(),
                today.weeklyLimitMinutes(),
                today.bornYear(),
                today.insuredUntil(),
                null,
                booked.getOrDefault(today.id(), List.of()),
                Map.of(),
                recent.getOrDefault(today.id(), 0),
                today.rating(),
                today.answering(),
                List.of(),
                today.lastAsked());
    }

    private void play(LocalDate week, PlanInputs inputs) {
        var places = new HashMap<PersonId, Integer>();
        inputs.people().forEach(member -> places.put(member.id(), places.size()));
        var all = IntStream.range(0, inputs.wishes().size()).boxed().toList();
        var plan = new WeekPlan(inputs, places, new PlanLaw(inputs), week, all);
        able.addAll(plan.best(BEST));
        var tries = (long) TRIES_AN_ORDER * all.size();
        plan.made(PlanOptions.repeatable(SEED, tries), () -> false);
        unfillable += plan.unfillable();
        var services = new HashMap<OrderId, PlannedService>();
        inputs.wishes().forEach(wish -> services.put(wish.id(), wish.need().service()));
        plan.seats()
                .forEach(seat -> give(
                        seat, Objects.requireNonNull(services.get(seat.order())).place()));
    }

    private void give(PlanMaker.Seat seat, @Nullable CoarsePosition place) {
        var person = seat.suggestion().volunteer();
        int minutes = (int) seat.time().length().toMinutes();
        given.add(new Given(seat.order(), person, minutes, seat.suggestion().metres()));
        recent.merge(person, minutes, Integer::sum);
        booked.computeIfAbsent(person, none -> new ArrayList<>())
                .add(new Booking(seat.order(), new Commitment(seat.time(), place)));
    }
}
