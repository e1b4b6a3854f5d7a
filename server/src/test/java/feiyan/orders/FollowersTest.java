package feiyan.orders;

import static feiyan.orders.OrdersWorld.ADDRESS;
import static feiyan.orders.OrdersWorld.NEED;
import static feiyan.orders.OrdersWorld.NOW;
import static feiyan.orders.OrdersWorld.PHONE;
import static feiyan.orders.OrdersWorld.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.orders.Follower.How;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child who lives away: what she sees, from when, until when, and who says so. */
@FeiyanTest
@Import(OrdersWorld.class)
class FollowersTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    Followers followers;

    @Autowired
    FamilyOrders family;

    @Autowired
    OrderBook book;

    @Autowired
    Orders orders;

    @Autowired
    Review review;

    @Autowired
    Complaints complaints;

    @Autowired
    Persons persons;

    @Autowired
    Homes homes;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private Actor child;

    @BeforeEach
    void aCounty() {
        cast = world.county();
        child = world.somebody(cast.county());
        homes.settle(cast.county(), cast.resident().person(), cast.station());
    }

    @Test
    void seesHowItStandsAndWhatWasSaidOnceTheParentAllowedIt() {
        var order = world.accepted(cast, cast.haircut());
        followers.ask(child, number(cast.resident()), false).orThrow();
        assertThat(book.find(child, order)).isEmpty();
        assertThat(family.of(child, null)).isEmpty();

        allow(child, false);

        var seen = book.find(child, order).orElseThrow();
        assertThat(seen.relations()).containsExactly(Relation.FOLLOWER);
        assertThat(seen.toString())
                .contains(NEED, RECIPIENT)
                .doesNotContain(ADDRESS)
                .doesNotContain(PHONE);
        assertThat(seen.history()).isNotEmpty();
        assertThat(seen.can()).isEmpty();
        assertThat(family.of(child, null)).extracting(OrderLine::id).containsExactly(order);
        assertThat(followers.of(cast.county(), cast.resident().person())).containsExactly(child.person());
    }

    @Test
    void isShownNeitherAddressNorRatingAndGivesNoCommand() {
        var order = world.served(cast, cast.haircut());
        allow(child, true);
        var later = OrdersWorld.window().to().plusSeconds(60);
        int version = world.version(cast, order);
        var rating = new Rating(true, 5, 5, 5, "canary-rating", Rating.How.PAGE);
        assertThat(code(world.at(later, () -> orders.rate(child, order, version, rating))))
                .isNotEqualTo("done");
        assertThat(code(orders.cancel(child, order, version, null))).isEqualTo("order.not_yours");
        assertThat(code(complaints.open(child, order, "They were late"))).isEqualTo("order.not_found");
        world.at(later, () -> orders.rate(cast.resident(), order, version, rating))
                .orThrow();
        assertThat(book.find(child, order).orElseThrow().toString()).doesNotContain("canary-rating");
        assertThat(code(book.contact(child, order, "I am her daughter"))).isEqualTo("order.address_hidden");
    }

    @Test
    void seesNothingAtAllOfWhatIsConfidential() {
        allow(child, false);
        var order = world.accepted(cast, cast.counselling());
        assertThat(book.find(child, order)).isEmpty();
        assertThat(family.of(child, null)).isEmpty();
        var free = world.placed(cast, null);
        assertThat(book.find(child, free)).isPresent();
        world.at(NOW, () -> review.approve(cast.clerk(), free, 1, cast.counselling()))
                .orThrow();
        assertThat(book.find(child, free)).isEmpty();
    }

    @Test
    void aSistersChildAndAnotherCountySeeNothing() {
        var order = world.placed(cast, cast.haircut());
        allow(child, false);
        var sister = world.somebody(cast.county());
        var sistersChild = world.somebody(cast.county());
        followers.ask(sistersChild, number(sister), false).orThrow();
        followers.allow(sister, followers.asking(sister).getFirst().id(), false).orThrow();
        assertThat(book.find(sistersChild, order)).isEmpty();
        assertThat(family.of(sistersChild, null)).isEmpty();
        var elsewhere = Actor.withoutPosts(world.county().county(), child.person());
        assertThat(book.find(elsewhere, order)).isEmpty();
    }

    @Test
    void eitherEndsItAndItEndsAtOnce() {
        var order = world.placed(cast, cast.haircut());
        allow(child, false);
        var tie = followers.followersOf(cast.resident()).getFirst().id();
        assertThat(code(followers.withdraw(cast.stranger(), tie))).isEqualTo("family.ended");
        followers.withdraw(cast.resident(), tie).orThrow();
        assertThat(book.find(child, order)).isEmpty();
        assertThat(family.of(child, null)).isEmpty();
        assertThat(code(followers.withdraw(child, tie))).isEqualTo("family.ended");

        allow(child, false);
        followers.withdraw(child, followers.followedBy(child).getFirst().id()).orThrow();
        assertThat(book.find(child, order)).isEmpty();
        assertThat(consents()).containsExactly("PAGE by parent", "PAGE by follower");
    }

    @Test
    void askingTellsNothingOfWhoIsKnown() {
        var stranger = followers.ask(child, "13900000001", false);
        var known = followers.ask(child, number(cast.resident()), false);
        assertThat(stranger).isEqualTo(known);
        assertThat(followers.asked(child)).hasSize(2);
        followers
                .deny(
                        cast.resident(),
                        followers.asking(cast.resident()).getFirst().id())
                .orThrow();
        assertThat(followers.asked(child)).hasSize(2);
        followers.ask(child, number(cast.resident()), false).orThrow();
        assertThat(followers.asking(cast.resident())).isEmpty();
        assertThat(followers.asked(child)).hasSize(2);
    }

    @Test
    void nobodyGoesThroughATelephoneBook() {
        for (int i = 0; i < 5; i++) {
            followers.ask(child, "1390000001" + i, false).orThrow();
        }
        assertThat(code(followers.ask(child, "13900000019", false))).isEqualTo("throttle.wait");
        assertThat(code(followers.ask(world.somebody(cast.county()), "13900000019", false)))
                .isEqualTo("done");
    }

    @Test
    void aRequestIsForTheOwnerOfTheNumberAndLapses() {
        followers.ask(child, number(cast.resident()), false).orThrow();
        var request = followers.asking(cast.resident()).getFirst();
        assertThat(request.follower()).isEqualTo(child.person());
        assertThat(code(followers.allow(cast.stranger(), request.id(), false))).isEqualTo("family.answered");
        assertThat(code(followers.ask(child, number(child), false))).isEqualTo("family.own_number");
        var later = request.askedAt().plus(Duration.ofDays(31));
        assertThat(world.at(later, () -> followers.asking(cast.resident()))).isEmpty();
        assertThat(code(world.at(later, () -> followers.allow(cast.resident(), request.id(), false))))
                .isEqualTo("family.answered");
    }

    @Test
    void theStationNotesHowTheRequesterAgreedAndMayEndItForThem() {
        var order = world.placed(cast, cast.haircut());
        assertThat(code(followers.note(cast.sisterClerk(), order, "Li Na", number(child), false, How.SPOKEN)))
                .isEqualTo("order.not_found");
        assertThat(code(followers.note(cast.clerk(), order, "Li Na", number(child), false, How.PAGE)))
                .isEqualTo("family.say_how");
        followers
                .note(cast.clerk(), order, "Li Na", number(child), false, How.WRITTEN)
                .orThrow();
        var tie = followers.ofRequester(cast.clerk(), order).getFirst();
        assertThat(tie.how()).isEqualTo(How.WRITTEN);
        assertThat(tie.notedBy()).isEqualTo(cast.clerk().person());
        assertThat(book.find(child, order)).isPresent();
        assertThat(followers.ofRequester(cast.sisterClerk(), order)).isEmpty();
        assertThat(code(followers.withdraw(cast.sisterClerk(), tie.id(), order)))
                .isEqualTo("order.not_found");
        followers.withdraw(cast.clerk(), tie.id(), order).orThrow();
        assertThat(book.find(child, order)).isEmpty();
    }

    @Test
    void theStationNotesNeitherItsOwnPeopleNorAnotherVillagesResident() {
        var order = world.placed(cast, cast.haircut());
        assertThat(code(noted(order, cast.clerk()))).isEqualTo("family.own_staff");
        var colleague = world.somebody(cast.county());
        var administrator =
                new Actor(cast.county(), cast.stranger().person(), Set.of(new Post(cast.center(), Role.ADMINISTRATOR)));
        staff.give(administrator, colleague.person(), new Post(cast.station(), Role.CLERK))
                .orThrow();
        assertThat(code(noted(order, colleague))).isEqualTo("family.own_staff");
        var traveller = world.somebody(cast.county());
        homes.settle(cast.county(), traveller.person(), cast.sister());
        assertThat(code(noted(world.placed(cast, cast.haircut(), traveller, false), child)))
                .isEqualTo("family.not_your_resident");
        assertThat(code(noted(order, child))).isEqualTo("done");
    }

    private Outcome<?> noted(OrderId order, Actor follower) {
        return followers.note(cast.clerk(), order, "Li Na", number(follower), true, How.SPOKEN);
    }

    @Test
    void ordersForTheParentOnlyWhereThatWasAllowedToo() {
        allow(child, false);
        assertThat(code(place())).isEqualTo("order.not_yours");
        allow(child, true);
        var order = place().orThrow();
        var view = book.find(cast.resident(), order).orElseThrow();
        assertThat(view.is(Relation.REQUESTER)).isTrue();
        assertThat(book.find(child, order).orElseThrow().relations()).containsExactly(Relation.FOLLOWER);
        followers
                .withdraw(
                        cast.resident(),
                        followers.followersOf(cast.resident()).getFirst().id())
                .orThrow();
        assertThat(code(place())).isEqualTo("order.not_yours");
    }

    private Outcome<OrderId> place() {
        var need = new NewOrder(
                cast.resident().person(),
                Channel.PHONE_PAGE,
                cast.station(),
                null,
                NEED,
                RECIPIENT,
                PHONE,
                ADDRESS,
                null,
                OrdersWorld.window(),
                false,
                null,
                null);
        return world.at(NOW, () -> orders.place(child, need));
    }

    /** Whoever comes second meets what the first one left: one open consent at most, and none after a last no. */
    @Test
    void allowedAndTakenBackAtTheSameMomentItIsOneOrTheOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            var daughter = world.somebody(cast.county());
            followers.ask(daughter, number(cast.resident()), false).orThrow();
            var request = followers.asking(cast.resident()).getFirst().id();
            List<Callable<String>> both = List.of(
                    () -> code(followers.allow(cast.resident(), request, false)),
                    () -> code(followers.takeBack(daughter, request)));
            var answers = OrdersWorld.atOnce(both);
            assertThat(answers).containsExactlyInAnyOrder("done", "family.answered");
            assertThat(followers.followedBy(daughter))
                    .hasSize(answers.getFirst().equals("done") ? 1 : 0);
        }
    }

    @Test
    void notedAndAllowedAtTheSameMomentThereIsOneConsent() throws Exception {
        var order = world.placed(cast, cast.haircut());
        followers.ask(child, number(cast.resident()), false).orThrow();
        var request = followers.asking(cast.resident()).getFirst().id();
        var number = number(child);
        List<Callable<String>> both = List.of(
                () -> code(followers.allow(cast.resident(), request, false)),
                () -> code(followers.note(cast.clerk(), order, "Li Na", number, false, How.SPOKEN)));
        assertThat(OrdersWorld.atOnce(both))
                .contains("done")
                .allMatch(answer ->
                        List.of("done", "family.allowed_already", "try_again").contains(answer));
        assertThat(followers.followedBy(child)).hasSize(1);
    }

    private void allow(Actor follower, boolean mayOrder) {
        followers.ask(follower, number(cast.resident()), mayOrder).orThrow();
        followers
                .allow(
                        cast.resident(),
                        followers.asking(cast.resident()).getFirst().id(),
                        mayOrder)
                .orThrow();
    }

    private String number(Actor somebody) {
        return persons.phone(somebody.county(), somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    private List<String> consents() {
        return jdbc.sql("""
                select allowed_how || ' by ' || case withdrawn_by when parent_id then 'parent' else 'follower' end
                from order_follower where county_id = :county order by id
                """)
                .param("county", cast.county().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
