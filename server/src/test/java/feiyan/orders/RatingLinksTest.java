package feiyan.orders;

import static feiyan.orders.FollowersTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.orders.Rating.How;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rating without signing in: by whoever holds the link, once, until it dies. */
@FeiyanTest
@Import(OrdersWorld.class)
class RatingLinksTest {

    private static final String HOME = "203.0.113.7";
    private static final Instant LATER = OrdersWorld.window().to().plusSeconds(600);

    @Autowired
    OrdersWorld world;

    @Autowired
    RatingLinks links;

    @Autowired
    RatingSheets sheets;

    @Autowired
    Orders orders;

    @Autowired
    OrderBook book;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void closesTheOrderAndSaysHowItCame() {
        var order = world.served(cast, cast.haircut());
        var token = token(order);
        assertThat(token).hasSizeLessThan(40).doesNotContain(order.value().toString());
        rate(token, Optional.empty(), rating(true)).orThrow();
        assertThat(world.state(cast, order)).isEqualTo(State.CLOSED);
        assertThat(how(order))
                .containsExactly("LINK " + cast.resident().person().value());
        assertThat(code(open(token))).isEqualTo("rating.link_ended");
        assertThat(links.of(cast.county(), order)).isEmpty();
    }

    @Test
    void notSolvedBringsItBackAndTheNextRoundHasAnotherLink() {
        var order = world.served(cast, cast.haircut());
        var token = token(order);
        rate(token, Optional.empty(), rating(false)).orThrow();
        assertThat(world.state(cast, order)).isEqualTo(State.SUBMITTED);
        assertThat(code(open(token))).isEqualTo("rating.link_ended");
        assertThat(code(rate(token, Optional.empty(), rating(true)))).isEqualTo("rating.link_ended");
    }

    @Test
    void showsTheProjectTheDayAndTheUnitAndNothingOfAnybody() {
        var open = open(token(world.served(cast, cast.haircut()))).orThrow();
        assertThat(open.project()).isEqualTo(cast.haircut());
        assertThat(open.unit()).isEqualTo(cast.station());
        assertThat(open.toString()).doesNotContain("canary");
        var confidential = open(token(world.served(cast, cast.counselling()))).orThrow();
        assertThat(confidential.project()).isNull();
        assertThat(confidential.toString()).doesNotContain("canary");
    }

    @Test
    void aLinkThatWasChangedLeadsNowhereAndGuessingEnds() {
        var token = token(world.served(cast, cast.haircut()));
        var other = token(world.served(cast, cast.haircut()));
        var stolen = token.substring(0, token.length() - 12) + other.substring(other.length() - 12);
        var guess = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");
        for (var wrong : List.of(stolen, guess, "", "x", "zzzzzzzzzzz-000000AAAAA-000000000000")) {
            assertThat(code(open(wrong))).isEqualTo("rating.link_ended");
        }
        var guesser = "198.51.100.9";
        for (int i = 0; i < 30; i++) {
            links.open(guess, Optional.empty(), guesser);
        }
        assertThat(code(links.open(guess, Optional.empty(), guesser))).isEqualTo("throttle.wait");
        // Neighbours behind the same address who hold a link are not shut out.
        assertThat(code(world.at(LATER, () -> links.open(token, Optional.empty(), guesser))))
                .isEqualTo("done");
    }

    @Test
    void worksFromTheEndOfTheServiceForSomeWeeks() {
        var order = world.accepted(cast, cast.haircut());
        assertThat(code(open(token(order)))).isEqualTo("rating.not_yet");
        var served = token(world.served(cast, cast.haircut()));
        assertThat(code(world.at(LATER.plus(Duration.ofDays(31)), () -> links.open(served, Optional.empty(), HOME))))
                .isEqualTo("rating.link_ended");
        assertThat(links.of(cast.county(), world.placed(cast, cast.haircut()))).isEmpty();
    }

    @Test
    void whoeverServedDoesNotRateTheOwnWork() {
        var token = token(world.served(cast, cast.haircut()));
        for (var served : List.of(cast.leader(), cast.volunteer(), cast.clerk(), cast.dispatcher())) {
            assertThat(code(rate(token, Optional.of(served), rating(true)))).isEqualTo("rating.own_work");
        }
    }

    @Test
    void aSheetIsPrintedByTheUnitThatHandledItAndThatIsKept() {
        var order = world.served(cast, cast.haircut());
        for (var other : List.of(cast.dispatcher(), cast.sisterClerk(), cast.volunteer(), cast.stranger())) {
            assertThat(code(sheets.print(other, order))).isEqualTo("rating.link_ended");
        }
        var sheet = sheets.print(cast.clerk(), order).orThrow();
        assertThat(sheet.path()).isEqualTo("/r/" + token(order));
        assertThat(sheet.toString()).doesNotContain("canary");
        assertThat(jdbc.sql("""
                        select viewer_id from sensitive_view
                        where county_id = :county and subject_id = :order and fields = array['rating_link']
                        """)
                        .param("county", cast.county().value())
                        .param("order", order.value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly(cast.clerk().person().value().toString());
    }

    @Test
    void paperIsCopiedOnlyByTheSwallowVolunteersOfTheVillage() {
        var token = token(world.served(cast, cast.haircut()));
        var paper = rating(true).by(How.PAPER);
        for (var nobody :
                List.of(Optional.<Actor>empty(), Optional.of(cast.stranger()), Optional.of(cast.resident()))) {
            assertThat(code(rate(token, nobody, paper))).isEqualTo("rating.not_your_paper");
        }
    }

    @Test
    void usedTwiceAtOnceItCountsOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var order = world.served(cast, cast.haircut());
            var token = token(order);
            Callable<String> once = () -> code(rate(token, Optional.empty(), rating(true)));
            assertThat(OrdersWorld.atOnce(List.of(once, once))).containsOnlyOnce("done");
            assertThat(how(order)).hasSize(1);
        }
    }

    @Test
    void linkAndPageAtOnceCountOnce() throws Exception {
        var order = world.served(cast, cast.haircut());
        var token = token(order);
        int version = world.version(cast, order);
        List<Callable<String>> both = List.of(
                () -> code(rate(token, Optional.empty(), rating(true))),
                () -> code(world.at(LATER, () -> orders.rate(cast.resident(), order, version, rating(false)))));
        assertThat(OrdersWorld.atOnce(both)).containsOnlyOnce("done");
        assertThat(how(order)).hasSize(1);
    }

    private String token(OrderId order) {
        return links.of(cast.county(), order).orElseThrow().substring("/r/".length());
    }

    private Outcome<RatingLinks.Rateable> open(String token) {
        return world.at(LATER, () -> links.open(token, Optional.empty(), HOME));
    }

    private Outcome<OrderId> rate(String token, Optional<Actor> reader, Rating rating) {
        return world.at(LATER, () -> links.rate(token, reader, HOME, rating));
    }

    private static Rating rating(boolean solved) {
        return new Rating(solved, 5, 4, null, "canary-rating", How.PAGE);
    }

    private List<String> how(OrderId order) {
        return jdbc.sql("""
                select how || ' ' || rated_by from order_rating where county_id = :county and order_id = :order
                """)
                .param("county", cast.county().value())
                .param("order", order.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
