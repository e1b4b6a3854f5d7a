package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.OrderParties.Part;
import feiyan.orders.OrderStakeholders;
import feiyan.orders.Orders;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What two or fifty people want at once: the database is the judge, and everybody hears why. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DispatchRaceTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private Seats seats;

    @Autowired
    private OfferExpiry expiry;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    @RepeatedTest(10)
    void whoeverAnswersWhileAnotherTakesTheLeadOnlyTheNewLeaderHasTheOrder() {
        var people = people(2);
        var team = village.team(people.get(0), people.get(1));
        var order = village.approved(village.project(1, 40), wednesday);
        var asked = askTeam(order, team);

        AtOnce.<Object>all(List.of(
                () -> answers.accept(people.get(0), asked).map(id -> id),
                () -> lead(team, people.get(1)).map(id -> id)));

        assertThat(parties(order)).containsExactly(people.get(1).person());
    }

    @RepeatedTest(10)
    void whoIsAskedWhileAnotherTakesTheLeadIsTheNewLeader() {
        var people = people(2);
        var team = village.team(people.get(0), people.get(1));
        var order = village.approved(village.project(1, 40), wednesday);

        AtOnce.<Object>all(List.of(
                () -> Outcome.done(askTeam(order, team)),
                () -> lead(team, people.get(1)).map(id -> id)));

        assertThat(parties(order)).containsExactly(people.get(1).person());
    }

    private OfferId askTeam(OrderId order, TeamId team) {
        return offers.make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToTeam(team)))
                .orThrow()
                .getFirst();
    }

    private Outcome<TeamId> lead(TeamId team, Actor leader) {
        return village.the(Teams.class).lead(village.clerk, team, leader.person());
    }

    /** Who is asked or leads, and so sees the order. */
    private Set<PersonId> parties(OrderId order) {
        return village.the(OrderStakeholders.class)
                .parties(village.county, order, EnumSet.of(Part.OFFERED, Part.LEADER));
    }

    @Test
    void ofFiftyWhoWantTheOneSeatOneHasItAndTheOthersAreToldSo() {
        var order = village.approved(village.project(1, 40), wednesday);
        var people = people(50);
        var asked = ask(order, wednesday, people);

        var outcomes = AtOnce.all(acceptances(people, asked));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).hasSize(49).containsOnly("seat.taken");
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(live(order)).hasSize(1);
    }

    @Test
    void ofTwentyWhoWantFiveSeatsFiveHaveOneEach() {
        var order = village.approved(village.project(5, 40), wednesday);
        var people = people(20);

        var outcomes = AtOnce.all(acceptances(people, ask(order, wednesday, people)));

        assertThat(AtOnce.done(outcomes)).hasSize(5);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("seat.taken");
        assertThat(live(order)).extracting(seat -> seat.facts().place()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @RepeatedTest(5)
    void ofTwoLeadersWhoAcceptOneHasTheOrder() {
        var order = village.approved(village.project(2, 40), wednesday);
        var leaders = people(2);
        var invitees = leaders.stream()
                .<Invitee>map(leader -> new Invitee.ToTeam(village.team(leader)))
                .toList();
        var asked = make(order, wednesday, invitees).orThrow();

        var outcomes = AtOnce.all(acceptances(leaders, asked));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("offer.taken_by_team");
        assertThat(state(order)).isEqualTo(State.OFFERED);
    }

    @RepeatedTest(10)
    void anAcceptanceAndACancellingEndInOneOfTheTwo() {
        var order = village.approved(village.project(1, 40), wednesday);
        var people = people(1);
        var asked = ask(order, wednesday, people);
        int seen = village.version(order);

        var outcomes = AtOnce.<Object>all(List.of(
                () -> answers.accept(people.getFirst(), asked.getFirst()).map(id -> id),
                () -> village.the(Orders.class)
                        .cancel(village.requester, order, seen, null)
                        .map(id -> id)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        if (state(order) == State.CANCELLED) {
            assertThat(live(order)).isEmpty();
            assertThat(AtOnce.refusals(outcomes)).containsExactly("offer.order_ended");
        } else {
            assertThat(state(order)).isEqualTo(State.ACCEPTED);
            assertThat(live(order)).hasSize(1);
            assertThat(AtOnce.refusals(outcomes)).containsExactly("order.moved_on");
        }
    }

    @RepeatedTest(10)
    void nobodyIsOnTwoServicesThatOverlap() {
        var zhao = village.volunteer("Zhao");
        var first = village.approved(village.project(1, 60), wednesday);
        var second = village.approved(village.project(1, 60), wednesday);
        var asked = List.of(
                ask(first, wednesday, List.of(zhao)).getFirst(),
                ask(second, wednesday.plus(Duration.ofMinutes(30)), List.of(zhao))
                        .getFirst());

        var outcomes = AtOnce.all(acceptances(List.of(zhao, zhao), asked));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.overlap");
    }

    @RepeatedTest(5)
    void aWeekHoldsNoMoreThanItsLimit() {
        var zhao = village.volunteer("Zhao", Village.ALWAYS, 120);
        var asked = new ArrayList<OfferId>();
        for (int i = 0; i < 4; i++) {
            var from = wednesday.plus(Duration.ofHours(2L * i));
            asked.add(ask(village.approved(village.project(1, 60), from), from, List.of(zhao))
                    .getFirst());
        }

        var outcomes = AtOnce.all(acceptances(List.of(zhao, zhao, zhao, zhao), asked));

        assertThat(AtOnce.done(outcomes)).hasSize(2);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.week_full", "seat.week_full");
    }

    @RepeatedTest(5)
    void aLeaderWhoPressesTwiceFillsEachSeatOnce() {
        var leader = village.volunteer("Sun");
        var team = village.team(leader);
        var order = village.approved(village.project(2, 40), wednesday);
        var offer = make(order, wednesday, List.of(new Invitee.ToTeam(team)))
                .orThrow()
                .getFirst();
        answers.accept(leader, offer).orThrow();

        Supplier<Outcome<OrderId>> press = () -> seats.put(leader, offer, Set.of(leader.person()));
        var outcomes = AtOnce.all(List.of(press, press));

        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.yours_already");
        assertThat(live(order)).hasSize(1);
    }

    @Test
    void twoInstancesLetAnOfferExpireOnce() {
        var orders = IntStream.range(0, 10)
                .mapToObj(i -> village.approved(village.project(1, 40), wednesday))
                .toList();
        var zhao = village.volunteer("Zhao");
        orders.forEach(order -> ask(order, wednesday, List.of(zhao)));

        var outcomes = AtOnce.all(List.<Supplier<Outcome<Integer>>>of(
                () -> Outcome.done(expiry.expire(village.county, wednesday)),
                () -> Outcome.done(expiry.expire(village.county, wednesday))));
        expiry.expire(village.county, wednesday);

        assertThat(AtOnce.done(outcomes)).hasSize(2);
        assertThat(new HashSet<>(orders.stream().map(this::state).toList())).containsOnly(State.APPROVED);
    }

    private List<Actor> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> village.volunteer("Volunteer " + i))
                .toList();
    }

    private List<OfferId> ask(OrderId order, Instant from, List<Actor> people) {
        var invitees = people.stream()
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .toList();
        return make(order, from, invitees).orThrow();
    }

    private Outcome<List<OfferId>> make(OrderId order, Instant from, List<Invitee> invitees) {
        return offers.make(village.clerk, order, village.version(order), village.slot(order, from), invitees);
    }

    private List<Supplier<Outcome<OfferId>>> acceptances(List<Actor> people, List<OfferId> asked) {
        return IntStream.range(0, people.size())
                .<Supplier<Outcome<OfferId>>>mapToObj(i -> () -> answers.accept(people.get(i), asked.get(i)))
                .toList();
    }

    private State state(OrderId order) {
        return sheets.find(village.county, order).orElseThrow().state();
    }

    private List<Seat> live(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order);
    }
}
