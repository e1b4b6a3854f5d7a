package feiyan.orders;

import static feiyan.orders.OrdersWorld.ADDRESS;
import static feiyan.orders.OrdersWorld.NEED;
import static feiyan.orders.OrdersWorld.NOW;
import static feiyan.orders.OrdersWorld.PHONE;
import static feiyan.orders.OrdersWorld.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes out of the door for reading, with a canary in each sealed field: who hears it sing? */
@FeiyanTest
@Import(OrdersWorld.class)
class OrderSightTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    OrderBook book;

    @Autowired
    Orders orders;

    @Autowired
    Review review;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void theRequesterAndTheUnitsOnThePathReadAllWords() {
        var order = world.accepted(cast, cast.haircut());
        for (var reader : List.of(cast.resident(), cast.clerk(), cast.dispatcher(), cast.centerDispatcher())) {
            assertThat(read(reader, order)).contains(NEED).contains(RECIPIENT).doesNotContain(ADDRESS);
        }
    }

    @Test
    void whoeverIsAskedGetsASummary() {
        var order = world.offered(cast, cast.haircut());
        for (var asked : List.of(cast.leader(), cast.volunteer())) {
            assertThat(read(asked, order)).isNotEmpty().doesNotContain(NEED).doesNotContain(RECIPIENT);
            assertThat(contact(asked, order, "I might go")).isEqualTo("order.address_hidden");
        }
    }

    @Test
    void whoeverServesReadsItFromAcceptanceUntilItIsServed() {
        var order = world.accepted(cast, cast.haircut());
        for (var serving : List.of(cast.leader(), cast.volunteer())) {
            assertThat(read(serving, order)).contains(NEED).contains(RECIPIENT);
            assertThat(contact(serving, order, null)).contains(ADDRESS).contains(PHONE);
        }
        var served = world.served(cast, cast.haircut());
        for (var before : List.of(cast.leader(), cast.volunteer())) {
            assertThat(read(before, served)).isNotEmpty().doesNotContain(NEED).doesNotContain(RECIPIENT);
            assertThat(contact(before, served, "I was there")).isEqualTo("order.address_hidden");
        }
    }

    @Test
    void everybodyElseDoesNotKnowThatItIsThere() {
        var order = world.served(cast, cast.haircut());
        var elsewhere = world.county();
        for (var stranger :
                List.of(cast.stranger(), cast.sisterClerk(), elsewhere.resident(), elsewhere.centerDispatcher())) {
            assertThat(book.find(stranger, order)).isEmpty();
            assertThat(contact(stranger, order, "curious")).isEqualTo("order.not_found");
        }
        // Somebody of the same id in another county, with posts at the same units.
        var impostor = new Actor(
                elsewhere.county(), cast.clerk().person(), cast.clerk().posts());
        assertThat(book.find(impostor, order)).isEmpty();
    }

    @Test
    void onlyPartiesOfAnOrderThatIsNotTheirsAnyMoreLoseIt() {
        var order = world.accepted(cast, cast.haircut());
        world.at(NOW, () -> orders.cancel(cast.resident(), order, world.version(cast, order), null))
                .orThrow();
        assertThat(book.find(cast.volunteer(), order)).isEmpty();
        assertThat(contact(cast.volunteer(), order, "still")).isEqualTo("order.address_hidden");
    }

    @Test
    void theHierarchySeesNothingOfAConfidentialOrderButItsCount() {
        var order = world.accepted(cast, cast.counselling());
        for (var above : List.of(cast.dispatcher(), cast.centerDispatcher())) {
            assertThat(book.find(above, order)).isEmpty();
            assertThat(contact(above, order, "inspection")).isIn("order.not_found", "order.address_hidden");
            assertThat(inbox.pile(above, Pile.UNDER_WAY, null)).isEmpty();
            assertThat(inbox.hidden(above)).isEqualTo(1);
        }
        for (var reader : List.of(cast.clerk(), cast.volunteer(), cast.resident())) {
            assertThat(read(reader, order)).contains(NEED);
        }
        assertThat(inbox.pile(cast.clerk(), Pile.UNDER_WAY, null)).hasSize(1);
        assertThat(inbox.hidden(cast.clerk())).isZero();
    }

    @Test
    void aNeedInFreeWordsBecomesConfidentialWithItsProject() {
        var order = world.placed(cast, null);
        assertThat(read(cast.dispatcher(), order)).contains(NEED);
        world.at(NOW, () -> review.approve(cast.clerk(), order, 1, cast.counselling()))
                .orThrow();
        assertThat(book.find(cast.dispatcher(), order)).isEmpty();
        assertThat(read(cast.clerk(), order)).contains(NEED);
    }

    @Test
    void aUnitSaysWhyItWantsTheAddressAndThatIsKept() {
        var order = world.approved(cast, cast.haircut());
        assertThat(contact(cast.dispatcher(), order, " ")).isEqualTo("order.say_why_address");
        assertThat(views(order)).isEmpty();
        assertThat(contact(cast.dispatcher(), order, "call-back")).contains(ADDRESS);
        assertThat(views(order)).containsExactly(cast.dispatcher().person().value() + " {address,phone} call-back");
    }

    @Test
    void aReasonIsALineAndNotALetter() {
        var order = world.approved(cast, cast.haircut());
        var longest = "𠮷".repeat(OrderBook.LONGEST_REASON);
        assertThat(contact(cast.dispatcher(), order, longest + "!")).isEqualTo("order.too_long");
        assertThat(views(order)).isEmpty();
        assertThat(contact(cast.dispatcher(), order, " " + longest + " ")).contains(ADDRESS);
        assertThat(views(order)).singleElement().matches(view -> view.endsWith(longest));
    }

    @Test
    void eachViewOfWhoeverServesIsKeptAndTheRequestersOwnIsNot() {
        var order = world.accepted(cast, cast.haircut());
        contact(cast.volunteer(), order, null);
        contact(cast.volunteer(), order, null);
        contact(cast.resident(), order, null);
        assertThat(views(order)).hasSize(2).allMatch(view -> view.startsWith(id(cast.volunteer())));
    }

    @Test
    void whoServedReadsTheRatingAfterADelayAndTheUnitAtOnce() {
        var order = world.served(cast, cast.haircut());
        var rated = OrdersWorld.window().to().plusSeconds(60);
        var rating = new Rating(true, 5, 5, 5, "canary-rating", Rating.How.PAGE);
        world.at(rated, () -> orders.rate(cast.resident(), order, world.version(cast, order), rating))
                .orThrow();
        assertThat(ratings(cast.clerk(), order, Duration.ZERO)).hasSize(1);
        assertThat(ratings(cast.resident(), order, Duration.ZERO)).hasSize(1);
        assertThat(ratings(cast.volunteer(), order, Duration.ZERO)).isEmpty();
        assertThat(ratings(cast.volunteer(), order, Duration.ofDays(4))).hasSize(1);
    }

    @Test
    void nothingThatWasSaidStandsInClear() {
        world.served(cast, cast.haircut());
        var clear = jdbc.sql("""
                        select count(*) from order_words
                        where county_id = :county
                          and (position('canary'::bytea in need) > 0 or position('canary'::bytea in address) > 0
                            or position('canary'::bytea in recipient_name) > 0 or position('canary'::bytea in phone) > 0)
                        """)
                .param("county", cast.county().value())
                .query(Integer.class)
                .single();
        assertThat(clear).isZero();
    }

    private List<Rating> ratings(Actor reader, OrderId order, Duration later) {
        var at = OrdersWorld.window().to().plusSeconds(60).plus(later);
        return world.at(at, () -> book.find(reader, order))
                .map(OrderView::ratings)
                .orElse(List.of());
    }

    /** All that the view holds, as words; empty where there is no view. */
    private String read(Actor reader, OrderId order) {
        return book.find(reader, order).map(OrderView::toString).orElse("");
    }

    /** The contact in words, or the refusal's code. */
    private String contact(Actor reader, OrderId order, @Nullable String reason) {
        return switch (book.contact(reader, order, reason)) {
            case Done<Contact>(var contact) -> contact.address() + " " + contact.phone();
            case Refused<Contact>(var refusal) -> refusal.code();
        };
    }

    private static String id(Actor actor) {
        return actor.person().value().toString();
    }

    private List<String> views(OrderId order) {
        return jdbc.sql("""
                select viewer_id || ' ' || fields::text || coalesce(' ' || reason, '') from sensitive_view
                where county_id = :county and subject = 'service_order' and subject_id = :order order by at
                """)
                .param("county", cast.county().value())
                .param("order", order.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
