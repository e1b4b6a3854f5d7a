package feiyan.dispatch.plan;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For what somebody was proposed, and what spoke for it: what a matching rests on can be told to whom it concerns. */
@Component
@Order(4)
class PlanDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("plan_line", "dispatch_plan");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "plan_ban", "whom a unit would rather not bring together is a judgement about both of them",
                "plan_change", "who of the staff changed a line; the line itself is told");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("plan_lines", """
                select o.number, u.name as station, l.starts, l.ends, l.metres as plan_metres, l.cost as plan_cost,
                  l.visits_before as plan_visits, p.made_at
                from plan_line l
                join dispatch_plan p on p.county_id = :county and p.id = l.plan_id
                join service_order o on o.county_id = :county and o.id = l.order_id
                join unit u on u.county_id = :county and u.id = o.station_id
                where l.county_id = :county and l.volunteer_id = :person order by l.plan_id, l.number
                """);
        sheet.rows("plans", """
                select u.name as unit, p.asked_at from dispatch_plan p
                join unit u on u.county_id = :county and u.id = p.unit_id
                where p.county_id = :county and p.asked_by = :person order by p.id
                """);
    }
}
