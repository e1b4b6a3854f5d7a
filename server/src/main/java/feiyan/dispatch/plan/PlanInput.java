package feiyan.dispatch.plan;

import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.plan.OrderSeats.Standing;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.dispatch.pool.PlanMaker.Task;
import feiyan.dispatch.pool.PlanMaker.Ties;
import feiyan.dispatch.pool.PlanMaker.Wanted;
import feiyan.dispatch.pool.Supply;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a plan is made from.
 *
 * @param look who could come, as it was read
 * @param orders that wait, the most pressing first
 * @param times for which each is planned; an order without has none left in its window
 * @param skills that the orders ask for
 * @param pinned stays
 * @param banned does not come into question
 * @param perAsked how much dearer, in metres of road, a plan may be that leaves somebody in place who was asked
 * @param seen the version of the plan before, 0 where there is none
 */
record PlanInput(
        Supply.Look look,
        List<ServiceSheet> orders,
        Map<OrderId, Standing> standings,
        Map<OrderId, Slot> times,
        Map<OrderId, String> skills,
        Set<Pairing> pinned,
        Set<Pairing> banned,
        int perAsked,
        Weights weights,
        int seen) {

    Standing standing(ServiceSheet order) {
        return standings.getOrDefault(order.id(), Standing.NOBODY);
    }

    private List<Wanted> wanted() {
        return orders.stream()
                .filter(order -> times.containsKey(order.id()))
                .map(order -> new Wanted(
                        order,
                        Objects.requireNonNull(times.get(order.id())),
                        standing(order).open(order)))
                .toList();
    }

    Task task(Plan plan) {
        return new Task(look, weights, wanted(), ties(), plan.seed());
    }

    private Ties ties() {
        var asked = new HashSet<Pairing>();
        orders.forEach(order ->
                standing(order).unanswered().forEach(offer -> asked.add(new Pairing(order.id(), offer.volunteer()))));
        return new Ties(pinned, banned, asked, perAsked);
    }

    int seats() {
        return orders.stream().mapToInt(order -> standing(order).open(order)).sum();
    }
}
