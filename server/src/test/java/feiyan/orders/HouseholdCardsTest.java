package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Homes;
import java.util.Collections;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@Import(OrdersWorld.class)
class HouseholdCardsTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    HouseholdCards cards;

    @Autowired
    CheckInCode codes;

    @Autowired
    Homes homes;

    @Autowired
    GroupOrders groups;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aHouseholdWithoutATelephone() {
        cast = world.county();
        homes.settle(cast.county(), cast.resident().person(), cast.station());
    }

    @Test
    void theCardsDigitsLetInBesideTheOrdersOwn() {
        var order = world.accepted(cast, cast.haircut());
        var own = codes.of(cast.county(), order, OrdersWorld.window());
        assertThat(accepts(order, own)).isTrue();
        var card = printed(0);
        assertThat(card).matches("\\d{6}");
        assertThat(accepts(order, card)).isTrue();
        assertThat(accepts(order, " " + card + " ")).isTrue();
        assertThat(accepts(order, own)).isTrue();
        assertThat(accepts(order, "")).isFalse();
        assertThat(accepts(order, other(card, own))).isFalse();
    }

    @Test
    void aNewCardMakesTheOldDigitsWorthless() {
        var order = world.accepted(cast, cast.haircut());
        var old = printed(0);
        var present = printed(1);
        assertThat(present).isNotEqualTo(old);
        assertThat(accepts(order, old)).isFalse();
        assertThat(accepts(order, present)).isTrue();
    }

    @Test
    void oneHouseholdsDigitsOpenNoOthersDoor() {
        var neighbour = world.somebody(cast.county());
        homes.settle(cast.county(), neighbour.person(), cast.station());
        var order = world.accepted(cast, cast.haircut());
        cards.issue(cast.clerk(), neighbour.person(), 0).orThrow();
        assertThat(accepts(order, cards.print(cast.clerk(), neighbour.person()).orThrow()))
                .isFalse();
    }

    @Test
    void ofAGroupEachChildsCardLetsIn() {
        var child = world.placed(cast, cast.opera());
        var group = world.at(NOW, () -> groups.group(cast.clerk(), cast.station(), cast.opera(), OrdersWorld.window()))
                .orThrow();
        var card = printed(0);
        assertThat(accepts(group, card)).isFalse();
        world.at(NOW, () -> groups.merge(cast.clerk(), child, 1, group)).orThrow();
        assertThat(accepts(group, card)).isTrue();
    }

    @Test
    void ofTwoClerksWhoReplaceACardAtOnceOneIsTold() {
        cards.issue(cast.clerk(), cast.resident().person(), 0).orThrow();
        Supplier<Outcome<HouseholdCard>> replace =
                () -> cards.issue(cast.clerk(), cast.resident().person(), 1);
        var outcomes = AtOnce.all(Collections.nCopies(4, replace));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("card.replaced").hasSize(3);
        assertThat(card().number()).isEqualTo(2);
    }

    @Test
    void onlyTheHouseholdsOwnUnitsMakeAndPrintItsCard() {
        var person = cast.resident().person();
        assertThat(cards.issue(cast.sisterClerk(), person, 0)).isEqualTo(Outcome.refused("card.not_yours"));
        assertThat(cards.issue(cast.resident(), person, 0)).isEqualTo(Outcome.refused("card.not_yours"));
        cards.issue(cast.clerk(), person, 0).orThrow();
        assertThat(cards.print(cast.sisterClerk(), person)).isEqualTo(Outcome.refused("card.not_yours"));
        assertThat(cards.of(cast.dispatcher(), person)).isPresent();
    }

    @Test
    void whoPrintedItAndHowOftenIsWrittenDown() {
        printed(0);
        cards.print(cast.dispatcher(), cast.resident().person()).orThrow();
        assertThat(card().prints()).isEqualTo(2);
        assertThat(card().printedBy()).isEqualTo(cast.dispatcher().person());
        assertThat(card().issuedBy()).isEqualTo(cast.clerk().person());
    }

    @Test
    void theDigitsAreKeptNowhere() {
        var digits = printed(0);
        var kept = jdbc.sql("select string_agg(c::text, ' ') from household_card c where c.county_id = :county")
                .param("county", cast.county().value())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(digits);
    }

    private HouseholdCard card() {
        return cards.of(cast.clerk(), cast.resident().person()).orElseThrow();
    }

    private String printed(int before) {
        cards.issue(cast.clerk(), cast.resident().person(), before).orThrow();
        return cards.print(cast.clerk(), cast.resident().person()).orThrow();
    }

    private boolean accepts(OrderId order, String typed) {
        return codes.accepts(cast.county(), order, OrdersWorld.window(), typed);
    }

    private static String other(String card, String own) {
        return java.util.stream.Stream.of("111111", "222222", "333333")
                .filter(digits -> !digits.equals(card) && !digits.equals(own))
                .findFirst()
                .orElseThrow();
    }
}
