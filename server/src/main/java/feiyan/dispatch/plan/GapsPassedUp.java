package feiyan.dispatch.plan;

import feiyan.dispatch.plan.PassedUp.Stayed;
import feiyan.orders.OrderId;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders for which a plan has nobody go to the unit above, which may have people elsewhere: the same passing on as on
 * an order's own page, for all orders of a gap at one press.
 */
@Component
public class GapsPassedUp {

    private final PlanGate gate;
    private final PlanGaps gaps;
    private final ServiceSheets sheets;
    private final Review review;
    private final Units units;
    private final PlanNews news;

    GapsPassedUp(PlanGate gate, PlanGaps gaps, ServiceSheets sheets, Review review, Units units, PlanNews news) {
        this.gate = gate;
        this.gaps = gaps;
        this.sheets = sheets;
        this.review = review;
        this.units = units;
        this.news = news;
    }

    /** Above the unit for which is planned; the center has nobody above it. */
    public Optional<Unit> above(CountyId county, Plan plan) {
        return units.parent(county, plan.unit());
    }

    /**
     * @param orders of the plan's gaps; others are left alone
     * @param words what is missing, for the unit above to read
     */
    public Outcome<PassedUp> passUp(Actor actor, PlanId id, Collection<OrderId> orders, @Nullable String words) {
        return gate.plan(actor, id)
                .then(plan -> above(actor.county(), plan)
                        .map(above -> passUp(actor, above, missing(actor.county(), plan, orders), words))
                        .orElseGet(() -> Outcome.refused("plan.nobody_above")));
    }

    private List<ServiceSheet> missing(CountyId county, Plan plan, Collection<OrderId> orders) {
        var wanted = gaps.of(county, plan.id()).stream()
                .map(PlanGap::order)
                .filter(orders::contains)
                .collect(Collectors.toSet());
        return sheets.find(county, List.copyOf(wanted));
    }

    private Outcome<PassedUp> passUp(Actor actor, Unit above, List<ServiceSheet> orders, @Nullable String words) {
        int passed = 0;
        var stayed = new ArrayList<Stayed>();
        for (var order : orders) {
            switch (review.escalate(actor, order.id(), order.version(), above.id(), words)) {
                case Outcome.Done<OrderId> _ -> passed++;
                case Outcome.Refused<OrderId>(var why) -> stayed.add(new Stayed(order.id(), why));
            }
        }
        if (passed == 0) {
            return stayed.isEmpty()
                    ? Outcome.refused("plan.no_gap")
                    : Outcome.refused(stayed.getFirst().why());
        }
        news.changed(actor.county());
        return Outcome.done(new PassedUp(above.name(), passed, stayed));
    }
}
