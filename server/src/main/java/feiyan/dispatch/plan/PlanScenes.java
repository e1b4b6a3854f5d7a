package feiyan.dispatch.plan;

import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Planning;
import feiyan.dispatch.pool.Pools;
import feiyan.dispatch.pool.Suggestions;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings together what is needed to judge one change of a plan. */
@Component
class PlanScenes {

    private final PlanLines lines;
    private final PlanBans bans;
    private final ServiceSheets sheets;
    private final Planning planning;
    private final Pools pools;
    private final Suggestions suggestions;

    PlanScenes(
            PlanLines lines,
            PlanBans bans,
            ServiceSheets sheets,
            Planning planning,
            Pools pools,
            Suggestions suggestions) {
        this.lines = lines;
        this.bans = bans;
        this.sheets = sheets;
        this.planning = planning;
        this.pools = pools;
        this.suggestions = suggestions;
    }

    PlanScene of(CountyId county, Plan plan, PlanLine line) {
        var all = lines.of(county, plan.id());
        var policy = planning.policy(county);
        var orders = orders(county, all.stream().map(PlanLine::order).distinct().toList());
        return new PlanScene(
                county,
                plan.unit(),
                line,
                orders,
                new PlanLoad(all, orders, policy),
                bans.of(county, plan.id()),
                DispatchWeights.of(policy),
                planning.projects(county),
                pools.of(county),
                suggestions);
    }

    private Map<OrderId, ServiceSheet> orders(CountyId county, List<OrderId> ids) {
        return sheets.find(county, ids).stream().collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
    }
}
