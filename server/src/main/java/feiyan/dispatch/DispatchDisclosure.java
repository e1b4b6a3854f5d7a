package feiyan.dispatch;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a volunteer was asked and took: the village and the time, never the household. */
@Component
@Order(4)
class DispatchDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("offer", "seat", "volunteer_week", "time_proposal", "offer_reason", "order_by_request");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "offer_event", "told as the offer's state",
                "seat_event", "told as the seat's state",
                "time_proposal_event", "told as the proposal's state",
                "offer_queue", "who may be asked next is not decided: nobody was asked yet",
                "weight_trial", "that staff tried other weights; what they decided stands in the audit",
                "weight_trial_change", "who might have been asked by rules that did not hold: nobody was");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("offers", """
                select o.number, u.name as station, f.state, f.proposed_from, f.proposed_to, f.deadline, f.made_at
                from offer f
                join service_order o on o.county_id = :county and o.id = f.order_id
                join unit u on u.county_id = :county and u.id = o.station_id
                where f.county_id = :county and f.volunteer_id = :person order by f.id
                """);
        sheet.rows("seats", """
                select o.number, u.name as station, s.state, s.starts, s.ends, s.taken_at
                from seat s
                join service_order o on o.county_id = :county and o.id = s.order_id
                join unit u on u.county_id = :county and u.id = o.station_id
                where s.county_id = :county and s.volunteer_id = :person order by s.id
                """);
        sheet.rows("weeks", """
                select w.week, w.booked_minutes from volunteer_week w
                where w.county_id = :county and w.volunteer_id = :person order by w.week
                """);
        sheet.rows("time_proposals", """
                select o.number, t.state, t.side, t.starts, t.ends, t.made_at from time_proposal t
                join service_order o on o.county_id = :county and o.id = t.order_id
                where t.county_id = :county and t.made_by = :person order by t.id
                """);
        sheet.rows("offer_reasons", """
                select o.number, lower(r.way) as way, r.metres, r.visits, r.booked_minutes, r.asked_before, r.days_since_asked
                from offer_reason r
                join offer f on f.county_id = :county and f.id = r.offer_id
                join service_order o on o.county_id = :county and o.id = f.order_id
                where r.county_id = :county and r.volunteer_id = :person order by r.offer_id
                """);
        sheet.rows("orders_by_request", """
                select o.number, r.set_at from order_by_request r
                join service_order o on o.county_id = :county and o.id = r.order_id
                where r.county_id = :county and r.set_by = :person order by r.order_id
                """);
    }
}
