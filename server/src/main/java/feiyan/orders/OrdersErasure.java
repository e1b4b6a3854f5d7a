package feiyan.orders;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Running;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody ordered, was ordered for, wrote, kept and allowed. The order's history stays: it is codes and ids. */
@Component
class OrdersErasure implements Erasure {

    private static final int AT_ONCE = 50;

    private static final List<String> OWN = List.of(
            """
            delete from order_media where county_id = :county and draft_id in (
              select d.id from order_draft d where d.county_id = :county and d.person_id = :person)
            """,
            "delete from order_draft where county_id = :county and person_id = :person",
            "delete from saved_filter where county_id = :county and owner_id = :person",
            """
            delete from follow_request
            where county_id = :county and (follower_id = :person or phone_key = :key)
            """,
            """
            delete from order_follower
            where county_id = :county and (parent_id = :person or follower_id = :person)
            """,
            "update order_rating set words = null where county_id = :county and rated_by = :person",
            """
            delete from complaint_words where county_id = :county and complaint_id in (
              select c.id from complaint c where c.county_id = :county and c.by_id = :person)
            """);

    private final JdbcClient jdbc;
    private final ObjectProvider<WordsErasure> words;

    OrdersErasure(JdbcClient jdbc, ObjectProvider<WordsErasure> words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public Set<String> erases() {
        return Set.of(
                "service_order",
                "order_words",
                "order_note",
                "order_media",
                "order_search",
                "order_rating",
                "order_draft",
                "saved_filter",
                "follow_request",
                "order_follower",
                "complaint_words");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "order_event", "what became of an order, by id: history stands ten years",
                "order_party", "whom dispatch made party to an order, by id",
                "order_call", "that somebody was called, by id",
                "complaint", "that there was one, by id",
                "complaint_event", "what became of it, by id",
                "household_card", "which card was valid when, by id: its digits follow from a key and let nobody in",
                "household_card_print", "who had a card in hand, by id");
    }

    @Override
    public List<Running> running(CountyId county, PersonId person) {
        int orders = jdbc.sql("""
                        select count(*) from service_order
                        where county_id = :county and requester_id = :person
                          and state in (
                            'SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE', 'MERGED')
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
        return orders == 0 ? List.of() : List.of(new Running("orders", orders, "/orders"));
    }

    @Override
    public boolean step(Leaving leaving) {
        for (var sql : OWN) {
            var statement =
                    jdbc.sql(sql).param("county", leaving.county().value()).param("person", leaving.id());
            (sql.contains(":key") ? statement.param("key", leaving.phoneKey()) : statement).update();
        }
        var some = withWords(leaving);
        if (!some.isEmpty()) {
            words.forEach(module -> module.eraseWords(leaving.county(), some, leaving.now()));
        }
        return some.size() == AT_ONCE;
    }

    /** Asked for by the person, or by somebody else for whoever has this number. */
    private List<OrderId> withWords(Leaving leaving) {
        return jdbc.sql("""
                        select w.order_id from order_words w
                        where w.county_id = :county and w.erased_at is null
                          and (w.phone_key = :key or w.order_id in (
                            select o.id from service_order o
                            where o.county_id = :county and o.requester_id = :person))
                        order by w.order_id limit :most
                        """)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .param("key", leaving.phoneKey())
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }
}
