package feiyan.orders;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Running;
import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody ordered, was ordered for, wrote, kept and allowed. The order's history stays: it is codes and ids. */
@Component
class OrdersErasure implements Erasure {

    private static final int AT_ONCE = 50;

    /** Equal to nothing. */
    private static final byte[] NO_NUMBER = {};

    private static final String OPEN =
            "('SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE', 'MERGED')";

    private static final String RUNNING = """
            with mine as (
              select o.id, o.state in %s as open, o.requester_id = :person as own
              from service_order o where o.county_id = :county and o.id in (
                select asked.id from service_order asked
                where asked.county_id = :county and asked.requester_id = :person
                union
                select w.order_id from order_words w where w.county_id = :county and w.phone_key = :key)),
            kept as (
              select k.order_id from order_kept k join mine m on m.id = k.order_id
              where k.county_id = :county and not m.open
              union
              select c.order_id from complaint c
              where c.county_id = :county and c.by_id = :person and c.state in ('OPEN', 'ANSWERED', 'RAISED'))
            select (select count(*) from mine where open and own) as orders,
              (select count(*) from mine where open and not own) as orders_for_you,
              (select count(*) from kept) as kept
            """.formatted(OPEN);

    private static final List<String> OWN = List.of(
            """
            delete from order_media where county_id = :county and draft_id in (
              select d.id from order_draft d where d.county_id = :county and d.person_id = :person)
            """,
            "delete from order_draft where county_id = :county and person_id = :person",
            "delete from saved_filter where county_id = :county and owner_id = :person",
            "delete from follow_request where county_id = :county and follower_id = :person",
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
    private final FieldCipher cipher;
    private final ObjectProvider<WordsErasure> words;
    private final Persons persons;

    OrdersErasure(JdbcClient jdbc, FieldCipher cipher, ObjectProvider<WordsErasure> words, Persons persons) {
        this.persons = persons;
        this.jdbc = jdbc;
        this.cipher = cipher;
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

    /**
     * Also what others ordered for the number: whoever waits for it at the door must still be found. And what a quarrel
     * or a court still needs.
     */
    @Override
    public List<Running> running(CountyId county, PersonId person) {
        return jdbc.sql(RUNNING)
                .param("county", county.value())
                .param("person", person.value())
                .param("key", key(persons.phone(county, person, person, null).orElse(null)))
                .query((row, number) -> Stream.of(
                                running("orders", row.getInt("orders")),
                                running("orders_for_you", row.getInt("orders_for_you")),
                                running("kept", row.getInt("kept")))
                        .filter(running -> running.number() > 0)
                        .toList())
                .single();
    }

    private static Running running(String code, int number) {
        return new Running(code, number, "/orders");
    }

    @Override
    public boolean step(Leaving leaving) {
        for (var sql : OWN) {
            jdbc.sql(sql)
                    .param("county", leaving.county().value())
                    .param("person", leaving.id())
                    .update();
        }
        forgetWhoAskedForTheNumber(leaving);
        var some = withWords(leaving);
        if (!some.isEmpty()) {
            words.forEach(module -> module.eraseWords(leaving.county(), some, leaving.now()));
        }
        return some.size() == AT_ONCE;
    }

    private void forgetWhoAskedForTheNumber(Leaving leaving) {
        jdbc.sql("delete from follow_request where county_id = :county and phone_key = :key")
                .param("county", leaving.county().value())
                .param("key", leaving.phone() == null ? NO_NUMBER : FollowRequests.key(cipher, leaving.phone()))
                .update();
    }

    private byte[] key(@Nullable Phone phone) {
        return phone == null ? NO_NUMBER : Likely.phoneKey(cipher, phone);
    }

    /**
     * Asked for by the person, or by somebody else for whoever has this number; not what somebody waits for, who got
     * the number meanwhile.
     */
    private List<OrderId> withWords(Leaving leaving) {
        return jdbc.sql("""
                        select w.order_id from order_words w
                        where w.county_id = :county and w.erased_at is null
                          and w.order_id in (
                            select o.id from service_order o
                            where o.county_id = :county and o.requester_id = :person
                            union
                            select o.id from order_words called
                            join service_order o on o.county_id = :county and o.id = called.order_id
                            where called.county_id = :county and called.phone_key = :key and o.state not in %s)
                          and not exists (
                            select 1 from order_kept k where k.county_id = :county and k.order_id = w.order_id)
                        order by w.order_id limit :most
                        """.formatted(OPEN))
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .param("key", key(leaving.phone()))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }
}
