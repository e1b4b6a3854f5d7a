package feiyan.orders;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import feiyan.accounts.Sealed;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What somebody asked for, with everything that was said about it. Of orders that others placed for the same number
 * only that they are there: their words are the others' to tell.
 */
@Component
@Order(3)
class OrdersDisclosure implements Disclosure {

    private final OrdersAbout about;

    OrdersDisclosure(OrdersAbout about) {
        this.about = about;
    }

    @Override
    public Set<String> tells() {
        return Set.of(
                "service_order",
                "order_words",
                "order_event",
                "order_note",
                "order_media",
                "order_rating",
                "order_call",
                "order_draft",
                "follow_request",
                "order_follower",
                "complaint",
                "complaint_words",
                "household_card",
                "saved_filter");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "order_party", "told as offers and seats",
                "order_search", "keyed hashes of the order's own words, told with the order",
                "complaint_event", "told with the complaint's words",
                "household_card_print", "acts of the station; the card itself is told");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows(
                "orders",
                """
                select o.number, o.state, p.name as project, u.name as station, o.channel, o.urgent, o.placed_at,
                  o.window_from, o.window_to, o.agreed_from, o.agreed_to, o.consent, o.latitude, o.longitude,
                  w.need, w.recipient_name as recipient, w.phone, w.address, w.erased_at, o.id
                from service_order o
                join unit u on u.county_id = :county and u.id = o.station_id
                left join project p on p.county_id = :county and p.id = o.project_id
                left join order_words w on w.county_id = :county and w.order_id = o.id
                where o.county_id = :county and o.requester_id = :person order by o.id
                """,
                Sealed.words("need", "order_words.need", "id"),
                Sealed.words("recipient", "order_words.recipient_name", "id"),
                Sealed.words("phone", "order_words.phone", "id"),
                Sealed.words("address", "order_words.address", "id"));
        about.tellHistory(sheet);
        sheet.rows("ordered_for_you", """
                select o.number, o.state, o.placed_at from service_order o
                join order_words w on w.county_id = :county and w.order_id = o.id
                where o.county_id = :county and w.phone_key = :key and o.requester_id <> :person order by o.id
                """);
        about.tellFamily(sheet);
        about.tellTheRest(sheet);
    }
}
