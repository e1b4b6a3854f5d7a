package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.engine.PlanOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;

/** One plan after the other, week by week, and what they come to. */
final class WholePlan {

    private final PlanInputs inputs;
    private final BooleanSupplier cancelled;
    private final DoubleFunction<PlanOptions> options;
    private final Map<PersonId, Integer> places = new HashMap<>();

    WholePlan(PlanInputs inputs, BooleanSupplier cancelled, DoubleFunction<PlanOptions> options) {
        this.inputs = inputs;
        this.cancelled = cancelled;
        this.options = options;
        inputs.people().forEach(member -> places.put(member.id(), places.size()));
    }

    record Result(
            List<PlanMaker.Seat> seats,
            List<PlanMaker.Gap> gaps,
            List<PlanMaker.Pairing> unkept,
            long cost,
            long bound) {}

    Result made() {
        var law = new PlanLaw(inputs);
        var lacks = new Lacks(inputs.people(), inputs.policy());
        var seats = new ArrayList<PlanMaker.Seat>();
        var gaps = new ArrayList<PlanMaker.Gap>();
        var kept = new ArrayList<PlanMaker.Pairing>();
        long cost = 0;
        long bound = 0;
        for (var week : byWeek().entrySet()) {
            double share = (double) week.getValue().size() / inputs.wishes().size();
            var plan = new WeekPlan(inputs, places, law, week.getKey(), week.getValue())
                    .made(options.apply(share), cancelled);
            seats.addAll(plan.seats());
            gaps.addAll(plan.gaps(lacks));
            kept.addAll(plan.kept());
            cost += plan.cost();
            bound += plan.bound();
        }
        return new Result(List.copyOf(seats), List.copyOf(gaps), unkept(kept), cost, bound);
    }

    /** Places among the wishes, which are by time already. */
    private Map<LocalDate, List<Integer>> byWeek() {
        var weeks = new TreeMap<LocalDate, List<Integer>>();
        for (int wish = 0; wish < inputs.wishes().size(); wish++) {
            weeks.computeIfAbsent(inputs.wishes().get(wish).need().week(), none -> new ArrayList<>())
                    .add(wish);
        }
        return weeks;
    }

    /** Also who is no volunteer any more, and what is for an order that nobody wants planned. */
    private List<PlanMaker.Pairing> unkept(List<PlanMaker.Pairing> kept) {
        return inputs.ties().pinned().stream()
                .filter(pin -> !kept.contains(pin))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }
}
