package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Pair;
import feiyan.dispatch.engine.Plan;
import feiyan.dispatch.engine.PlanOptions;
import feiyan.dispatch.engine.Planner;
import feiyan.dispatch.engine.Ties;
import feiyan.orders.OrderId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The plan of one week, to the engine and back. */
final class WeekPlan {

    private final PlanInputs inputs;
    private final Map<PersonId, Integer> places;
    private final PlanLaw law;
    private final List<Integer> wishes;
    private final CandidateIndex index;
    private final List<OpenOrder> orders;
    private @Nullable Plan plan;

    /**
     * @param places of the people
     * @param wishes of this week, by their place
     */
    WeekPlan(PlanInputs inputs, Map<PersonId, Integer> places, PlanLaw law, LocalDate week, List<Integer> wishes) {
        this.inputs = inputs;
        this.places = places;
        this.law = law;
        this.wishes = wishes;
        this.index = new CandidateIndex(volunteers(week), inputs.weights());
        this.orders = wishes.stream().map(this::order).toList();
    }

    private List<FreeVolunteer> volunteers(LocalDate week) {
        return IntStream.range(0, inputs.people().size())
                .parallel()
                .mapToObj(place ->
                        inputs.engine().volunteer(place, inputs.people().get(place), week))
                .toList();
    }

    private OpenOrder order(int place) {
        var wish = inputs.wishes().get(place);
        return inputs.engine()
                .order(
                        place,
                        wish.need(),
                        wish.wanted().seats(),
                        wish.need().history().regular().map(this::place).orElse(OpenOrder.NOBODY),
                        place(wish.wanted().order().named()));
    }

    private long place(@Nullable PersonId id) {
        var place = places.get(id);
        return place == null ? OpenOrder.NOBODY : place;
    }

    WeekPlan made(PlanOptions options, BooleanSupplier cancelled) {
        plan = new Planner(index, inputs.weights()).plan(orders, options, ties(), law, cancelled);
        plan.seats()
                .forEach(seat ->
                        law.seated(orders.get(seat.pair().order()), seat.pair().volunteer()));
        return this;
    }

    private Ties ties() {
        var byOrder = new HashMap<OrderId, Integer>();
        for (int at = 0; at < wishes.size(); at++) {
            byOrder.put(inputs.wishes().get(wishes.get(at)).id(), at);
        }
        var said = inputs.ties();
        return new Ties(
                pairs(said.pinned(), byOrder),
                pairs(said.forbidden(), byOrder),
                pairs(said.asked(), byOrder),
                said.perAsked());
    }

    private Set<Pair> pairs(Set<PlanMaker.Pairing> pairings, Map<OrderId, Integer> byOrder) {
        var pairs = new HashSet<Pair>();
        for (var it : pairings) {
            var order = byOrder.get(it.order());
            var volunteer = places.get(it.volunteer());
            if (order != null && volunteer != null) {
                pairs.add(new Pair(order, volunteer));
            }
        }
        return pairs;
    }

    private Plan plan() {
        return Objects.requireNonNull(plan, "made first");
    }

    List<PlanMaker.Seat> seats() {
        return plan().seats().stream().map(this::seat).toList();
    }

    private PlanMaker.Seat seat(Plan.Seat seat) {
        var wish = wish(seat.pair().order());
        var member = inputs.people().get(seat.pair().volunteer());
        var terms = index.terms(orders.get(seat.pair().order()), seat.pair().volunteer());
        var next = seat.nextBest()
                .map(best -> inputs.people().get(best.volunteer()).id());
        return new PlanMaker.Seat(
                wish.id(),
                wish.wanted().time(),
                Suggestions.of(member, wish.need(), terms, inputs.now()),
                seat.untilNextBest(),
                next.orElse(null));
    }

    List<PlanMaker.Gap> gaps(Lacks lacks) {
        return plan().open().stream()
                .map(open -> new PlanMaker.Gap(
                        wish(open.order()).id(),
                        open.seats(),
                        open.unfillable(),
                        lacks.of(wish(open.order()).need())))
                .toList();
    }

    /** What was pinned and stayed. */
    List<PlanMaker.Pairing> kept() {
        return plan().seats().stream()
                .map(seat -> new PlanMaker.Pairing(
                        wish(seat.pair().order()).id(),
                        inputs.people().get(seat.pair().volunteer()).id()))
                .filter(inputs.ties().pinned()::contains)
                .toList();
    }

    private PlanInputs.Wish wish(int order) {
        return inputs.wishes().get(wishes.get(order));
    }

    /** Of the seats, those that nobody could fill whatever the plan. */
    int unfillable() {
        return plan().open().stream().mapToInt(Plan.Open::unfillable).sum();
    }

    /** Everybody who is among the so many cheapest for an order; asked before it is made, since nobody is busy then. */
    Set<PersonId> best(int most) {
        return orders.parallelStream()
                .flatMap(order -> index.cheapest(order, most, who -> law.allows(order, who)).stream())
                .map(candidate -> inputs.people().get(candidate.volunteer()).id())
                .collect(Collectors.toSet());
    }

    long cost() {
        return plan().cost();
    }

    long bound() {
        return plan().bound();
    }
}
