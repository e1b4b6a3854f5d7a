package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.CounterOrders.Who;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterOrdersTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private CounterOrders counter;

    @Autowired
    private Callers callers;

    @Autowired
    private OrderBook book;

    @Autowired
    private Homes homes;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

    private Village village;
    private UnitId sister;
    private Actor sisterClerk;

    @BeforeAll
    void twoVillages() {
        village = Village.in(house);
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        sister = village.the(UnitChanges.class)
                .open(village.administrator, institute.id(), NewUnit.named("Sister"))
                .orThrow();
        sisterClerk = village.staff("Zhou", sister, Role.CLERK);
    }

    @Test
    void aHouseholdWithoutATelephoneIsWrittenDownAndFoundAgainByName() {
        var order = place(village.clerk, new Who.Newcomer("Old Ma", null), Channel.COUNTER, Step.PLACE);
        assertThat(state(order)).isEqualTo(State.SUBMITTED);
        var found = callers.find(village.clerk, "ld M");
        assertThat(found).hasSize(1);
        var person = found.getFirst().person();
        assertThat(homes.of(village.county, person).map(Unit::id)).contains(village.station);
        assertThat(persons.find(village.county, person).orElseThrow().hasPhone())
                .isFalse();
        assertThat(callers.find(sisterClerk, "Old Ma")).isEmpty();
    }

    @Test
    void aMobileThatIsKnownAlreadyIsThatPerson() {
        var phone = Phone.parse("13700000001").orThrow();
        var known = persons.register(village.county, "Aunt Gu", phone).orThrow();
        place(village.clerk, new Who.Newcomer("Somebody", phone), Channel.TELEPHONE, Step.PLACE);
        assertThat(homes.of(village.county, known).map(Unit::id)).contains(village.station);
    }

    @Test
    void aLookUpByTelephoneIsWrittenDownAndLeadsToNobodyFromAnotherVillage() {
        var phone = Phone.parse("13700000002").orThrow();
        var person = persons.register(village.county, "Uncle He", phone).orThrow();
        homes.settle(village.county, person, village.station);
        assertThat(callers.find(sisterClerk, "137 0000 0002")).isEmpty();
        assertThat(views(sisterClerk, person)).isZero();
        assertThat(callers.find(village.clerk, "137 0000 0002"))
                .extracting(Callers.Caller::name)
                .containsExactly("Uncle He");
        assertThat(views(village.clerk, person)).isEqualTo(1);
    }

    @Test
    void theLastAddressIsShownToTheirOwnDeskAloneAndWrittenDown() {
        var order = place(village.clerk, new Who.Newcomer("Ma Lan", null), Channel.COUNTER, Step.PLACE);
        var person = callers.find(village.clerk, "Ma Lan").getFirst().person();
        assertThat(callers.lastTime(village.clerk, person).orElseThrow().address())
                .isEqualTo("By the mill");
        assertThat(views(village.clerk, order.value())).isEqualTo(1);
        assertThat(callers.lastTime(sisterClerk, person)).isEmpty();
        assertThat(callers.lastTime(village.volunteer("Qian"), person)).isEmpty();
    }

    @Test
    void ofAConfidentialOrderNoAddressIsShownAtTheCounter() {
        var who = new Who.Newcomer("Ma Zhen", null);
        place(village.clerk, who, Channel.COUNTER, Step.PLACE, village.confidentialProject(), village.station)
                .orThrow();
        var person = callers.find(village.clerk, "Ma Zhen").getFirst().person();
        assertThat(callers.lastTime(village.clerk, person)).isEmpty();
    }

    @Test
    void whatIsSettledOnTheSpotIsDoneInOneStep() {
        var order = place(village.clerk, new Who.Newcomer("Li Si", null), Channel.COUNTER, Step.RESOLVE);
        assertThat(state(order)).isEqualTo(State.SERVED);
    }

    @Test
    void isApprovedByTheSameHandOrNotWrittenDownAtAll() {
        var who = new Who.Newcomer("Wu Wu", null);
        assertThat(place(village.clerk, who, Channel.COUNTER, Step.APPROVE, null, village.station))
                .isEqualTo(Outcome.refused("order.choose_project"));
        assertThat(callers.find(village.clerk, "Wu Wu")).isEmpty();
        var order = place(village.clerk, who, Channel.COUNTER, Step.APPROVE, village.project(1, 60), village.station);
        assertThat(state(order.orThrow())).isEqualTo(State.APPROVED);
    }

    @Test
    void whatIsConfidentialIsNotDecidedAtACounterAboveTheVillage() {
        var who = new Who.Newcomer("Chen Si", null);
        var above = village.staff("Zhou", village.center, Role.CLERK);
        for (var step : List.of(Step.APPROVE, Step.RESOLVE)) {
            assertThat(place(above, who, Channel.COUNTER, step, village.confidentialProject(), village.station))
                    .isEqualTo(Outcome.refused("counter.confidential"));
        }
        assertThat(callers.find(above, "Chen Si")).isEmpty();
        assertThat(counter.decidesAlone(above, village.station)).isFalse();
    }

    @Test
    void theVillagesOwnCounterDecidesAboutItAndTheOneAboveAboutAllElse() {
        var who = new Who.Newcomer("Chen Wu", null);
        var own = place(
                village.clerk, who, Channel.COUNTER, Step.RESOLVE, village.confidentialProject(), village.station);
        assertThat(state(own.orThrow())).isEqualTo(State.SERVED);
        assertThat(counter.decidesAlone(village.clerk, village.station)).isTrue();
        assertThat(counter.decidesAlone(sisterClerk, village.station)).isFalse();
        var above = village.staff("Zhou", village.center, Role.CLERK);
        var open = place(above, who, Channel.COUNTER, Step.RESOLVE, village.project(1, 60), village.station);
        assertThat(state(open.orThrow())).isEqualTo(State.SERVED);
    }

    @Test
    void nobodyWritesDownForAnotherVillage() {
        var who = new Who.Newcomer("Zheng", null);
        assertThat(place(sisterClerk, who, Channel.COUNTER, Step.PLACE, null, village.station))
                .isEqualTo(Outcome.refused("order.not_yours", "place"));
        var person = persons.register(village.county, "Feng", null).orThrow();
        homes.settle(village.county, person, village.station);
        assertThat(place(sisterClerk, new Who.Known(person), Channel.COUNTER, Step.PLACE, null, sister))
                .isEqualTo(Outcome.refused("counter.not_your_village"));
    }

    @Test
    void aKnownNumberOfAnotherVillageIsRefusedAsIfThePersonHadBeenChosen() {
        var phone = Phone.parse("13700000021").orThrow();
        var person = persons.register(village.county, "Feng Yi", phone).orThrow();
        homes.settle(village.county, person, village.station);
        var who = new Who.Newcomer("Somebody", phone);
        assertThat(place(sisterClerk, who, Channel.COUNTER, Step.PLACE, null, sister))
                .isEqualTo(Outcome.refused("counter.not_your_village"));
        assertThat(place(village.clerk, who, Channel.COUNTER, Step.PLACE, null, village.station))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aLookUpThatLeadsToNobodyIsWrittenDownWithoutTheNumber() {
        callers.find(sisterClerk, "13700000022");
        callers.find(sisterClerk, "13700000022");
        var misses = jdbc.sql("""
                select subject_id::text from sensitive_view
                where county_id = :county and viewer_id = :viewer and subject = 'phone_number'
                """)
                .param("county", village.county.value())
                .param("viewer", sisterClerk.person().value())
                .query(String.class)
                .list();
        assertThat(misses.subList(misses.size() - 2, misses.size())).hasSize(2).containsOnly(misses.getLast());
    }

    @Test
    void nobodyGoesThroughATelephoneBookAtTheCounter() {
        var nosy = village.staff("Nosy", village.station, Role.CLERK);
        for (int i = 0; i < 120; i++) {
            assertThat(callers.look(nosy, "1370001%04d".formatted(i))).isInstanceOf(Outcome.Done.class);
        }
        assertThat(FollowersTest.code(callers.look(nosy, "13700019999"))).isEqualTo("throttle.wait");
        assertThat(FollowersTest.code(callers.look(nosy, "Ma"))).isEqualTo("done");
        assertThat(FollowersTest.code(callers.look(village.clerk, "13700019999")))
                .isEqualTo("done");
    }

    @Test
    void aSwallowVolunteerFindsNeighboursByTelephoneOnlyAndLeavesTheRestToTheStation() {
        var swallow = village.volunteer("Swallow");
        var phone = Phone.parse("13700000003").orThrow();
        var person = persons.register(village.county, "Grandpa Yu", phone).orThrow();
        homes.settle(village.county, person, village.station);
        assertThat(callers.find(swallow, "Yu")).isEmpty();
        assertThat(callers.find(swallow, "13700000003")).hasSize(1);
        var order = place(swallow, new Who.Known(person), Channel.SWALLOW, Step.PLACE);
        assertThat(state(order)).isEqualTo(State.SUBMITTED);
        assertThat(place(swallow, new Who.Known(person), Channel.SWALLOW, Step.RESOLVE, null, village.station))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoOrderedAtTheDoorReadsItUntilItIsServedAndIsWrittenDown() {
        var swallow = village.volunteer("Swallow Two");
        var order = place(swallow, new Who.Known(neighbour("Grandpa Lu")), Channel.SWALLOW, Step.PLACE);
        var view = book.find(swallow, order).orElseThrow();
        assertThat(view.relations()).containsExactly(Relation.PROXY);
        assertThat(view.need()).isEqualTo("Coal for the stove");
        assertThat(view.address()).isEqualTo(Sight.AUDITED);
        assertThat(addressViews(swallow, order)).isZero();
        assertThat(book.contact(swallow, order, null).orThrow().address()).isEqualTo("By the mill");
        assertThat(addressViews(swallow, order)).isOne();
        village.the(Review.class)
                .resolve(village.clerk, order, village.version(order), "The station brought it")
                .orThrow();
        var after = book.find(swallow, order).orElseThrow();
        assertThat(after.need()).isNull();
        assertThat(after.recipient()).isNull();
        assertThat(book.contact(swallow, order, null)).isEqualTo(Outcome.refused("order.address_hidden"));
        assertThat(village.the(MyOrders.class).of(swallow, null))
                .singleElement()
                .matches(line -> line.id().equals(order) && "".equals(line.need()));
        assertThat(after.may(Verb.RATE))
                .as("copies what the old person put on paper")
                .isTrue();
    }

    @Test
    void ofAConfidentialServiceWhoOrderedItForSomebodySeesNothing() {
        var swallow = village.volunteer("Swallow Three");
        var who = new Who.Known(neighbour("Grandpa Tang"));
        var order = place(swallow, who, Channel.SWALLOW, Step.PLACE, village.confidentialProject(), village.station)
                .orThrow();
        assertThat(book.find(swallow, order)).isEmpty();
        assertThat(book.contact(swallow, order, null)).isEqualTo(Outcome.refused("order.not_found"));
        assertThat(village.the(MyOrders.class).of(swallow, null)).isEmpty();
        assertThat(village.the(OrderStakeholders.class).askers(village.county, order))
                .extracting(OrderStakeholders.Asking::person)
                .doesNotContain(swallow.person());
    }

    private PersonId neighbour(String name) {
        var person = village.person(name);
        homes.settle(village.county, person, village.station);
        return person;
    }

    private int addressViews(Actor viewer, OrderId order) {
        return jdbc.sql("""
                select count(*) from sensitive_view
                where county_id = :county and viewer_id = :viewer and subject_id = :order and 'address' = any(fields)
                """)
                .param("county", village.county.value())
                .param("viewer", viewer.person().value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    private OrderId place(Actor actor, Who who, Channel channel, Step step) {
        return place(actor, who, channel, step, null, village.station).orThrow();
    }

    private Outcome<OrderId> place(
            Actor actor, Who who, Channel channel, Step step, @Nullable ProjectId project, UnitId station) {
        var from = Village.wednesday(clock.instant());
        return counter.place(
                actor,
                new OrderId(Ids.next()),
                who,
                person -> new NewOrder(
                        person,
                        channel,
                        station,
                        project,
                        "Coal for the stove",
                        "Themselves",
                        "",
                        "By the mill",
                        null,
                        new Slot(from, from.plus(Duration.ofHours(8))),
                        false,
                        OnBehalf.SPOKEN,
                        null),
                step,
                "The station brought it");
    }

    private State state(OrderId order) {
        return book.find(village.clerk, order).orElseThrow().state();
    }

    private int views(Actor viewer, PersonId person) {
        return views(viewer, person.value());
    }

    private int views(Actor viewer, java.util.UUID subject) {
        return jdbc.sql("""
                select count(*) from sensitive_view
                where county_id = :county and viewer_id = :viewer and subject_id = :subject and reason = 'counter'
                """)
                .param("county", village.county.value())
                .param("viewer", viewer.person().value())
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
