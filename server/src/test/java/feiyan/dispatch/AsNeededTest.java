package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** As few are asked as the county's target takes: some now, others at an answer or a look, or never. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class AsNeededTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private OfferExpiry expiry;

    @Autowired
    private OfferLooks looks;

    @Autowired
    private OfferQueue queue;

    @Autowired
    private AppClock clock;

    private Village village;
    /** Ten in the morning. */
    private Instant wednesday;

    private Instant tuesday;
    private Instant early;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        tuesday = wednesday.minus(Duration.ofDays(1));
        early = wednesday.minus(Duration.ofMinutes(75));
    }

    @Test
    void withADayToGoOneIsAskedForOneSeatAndTheOthersWait() {
        var people = people(6);
        var order = at(tuesday, () -> order(1));

        at(tuesday, () -> ask(order, people));

        assertThat(asked(order)).containsExactly(people.getFirst());
        assertThat(waiting(order)).isEqualTo(5);
        assertThat(state(order)).isEqualTo(State.OFFERED);
    }

    @Test
    void shortlyBeforehandManyAreAskedAtOnce() {
        var people = people(6);
        var order = at(tuesday, () -> order(1));

        at(early, () -> ask(order, people));

        assertThat(asked(order)).hasSizeBetween(4, 6);
    }

    @Test
    void whoSaysNoIsFollowedByTheNextAndTheLastNoGivesTheOrderBack() {
        var people = people(2);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));

        at(tuesday, () -> answers.decline(people.get(0), offerTo(order, people.get(0)), "no_time"));
        assertThat(asked(order)).containsExactly(people.get(1));

        at(tuesday, () -> answers.decline(people.get(1), offerTo(order, people.get(1)), null));
        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(queue.look(village.county, order)).isEmpty();
    }

    @Test
    void longSilenceIsCountedOnLessAndALookAsksAnother() {
        var people = people(6);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));

        assertThat(look(tuesday.plus(Duration.ofMinutes(29))))
                .as("not before it is time")
                .isZero();
        look(tuesday.plus(Duration.ofMinutes(30)));
        assertThat(asked(order)).as("an answer may still come").hasSize(1);
        look(tuesday.plus(Duration.ofHours(3)));

        assertThat(asked(order)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theNightIsNoSilence() {
        var people = people(4);
        var evening = tuesday.minus(Duration.ofHours(13).plusMinutes(10));
        var order = at(evening, () -> order(1));
        at(evening, () -> ask(order, people));
        int asked = asked(order).size();

        for (int hour = 1; hour < 11; hour++) {
            look(evening.plus(Duration.ofHours(hour)));
        }

        assertThat(asked(order)).hasSize(asked);
        assertThat(queue.look(village.county, order)).hasValue(tuesday.minus(Duration.ofMinutes(100)));
    }

    @Test
    void asManyAreOutAsThereAreSeatsThoughEachIsSureToCome() {
        var people = people(6);
        var order = at(tuesday, () -> order(3));

        at(tuesday, () -> ask(order, people));

        assertThat(asked(order)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void ofThoseWhoUsuallyComeFewerAreAsked() {
        var sure = people(6);
        sure.forEach(each -> usually(each, true));
        var doubtful = people(6);
        doubtful.forEach(each -> usually(each, false));
        var forSure = at(tuesday, () -> order(1));
        var forDoubtful = at(tuesday, () -> order(1));

        var soon = wednesday.minus(Duration.ofHours(2));
        at(soon, () -> ask(forSure, sure));
        at(soon, () -> ask(forDoubtful, doubtful));

        assertThat(asked(forSure).size()).isLessThan(asked(forDoubtful).size());
    }

    @Test
    void amongEqualsWhoeverWasNotAskedForLongestComesFirst() {
        var people = people(3);
        var other = at(tuesday, () -> order(1));
        at(tuesday, () -> make(other, people.get(0)));
        var order = at(tuesday, () -> order(1));

        at(tuesday.plusSeconds(60), () -> ask(order, people));

        assertThat(asked(order)).containsExactly(people.get(1));
    }

    @Test
    void whoWasAskedEnoughThisWeekIsLeftInPeaceUnlessADispatcherChoseThemKnowingIt() {
        var people = people(2);
        var tired = people.get(1);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));
        askedEnough(tired);

        at(tuesday, () -> answers.decline(people.get(0), offerTo(order, people.get(0)), null));
        assertThat(asked(order)).isEmpty();
        assertThat(state(order)).as("nobody is left to ask").isEqualTo(State.APPROVED);

        at(tuesday, () -> ask(order, List.of(tired)));
        assertThat(asked(order)).containsExactly(tired);
    }

    @Test
    void inTurnTooTheyArePassedOver() {
        var people = people(3);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> offers.makeInTurn(village.clerk, order, seen(order), slot(order), invitees(people)));
        askedEnough(people.get(1));

        at(tuesday, () -> answers.decline(people.get(0), offerTo(order, people.get(0)), null));

        assertThat(asked(order)).containsExactly(people.get(2));
    }

    @Test
    void nobodyAsksDuringABreakAndWhoTakesOneIsPassedOver() {
        var people = people(3);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));
        at(tuesday, () -> village.the(Pauses.class).pause(people.get(1), null));

        var again = at(tuesday, () -> order(1));
        assertThat(clock.at(
                        tuesday,
                        () -> offers.makeAsNeeded(village.clerk, again, seen(again), slot(again), invitees(people))))
                .isEqualTo(Outcome.refused("offer.paused"));
        at(tuesday, () -> answers.decline(people.get(0), offerTo(order, people.get(0)), null));

        assertThat(asked(order)).containsExactly(people.get(2));
        at(tuesday, () -> village.the(Pauses.class).end(people.get(1)));
        at(tuesday, () -> make(again, people.get(1)));
        assertThat(asked(again)).containsExactly(people.get(1));
    }

    @Test
    void aTeamAnswersForAllSeatsAndPeopleAreAskedAfterIt() {
        var leader = village.volunteer("Sun");
        var team = new Invitee.ToTeam(village.team(leader));
        var people = people(3);
        var order = at(tuesday, () -> order(2));
        var all = Stream.concat(invitees(people).stream(), Stream.of(team)).toList();

        at(tuesday, () -> offers.makeAsNeeded(village.clerk, order, seen(order), slot(order), all));
        assertThat(open(order))
                .singleElement()
                .satisfies(offer -> assertThat(offer.facts().invitee()).isEqualTo(team));
        look(tuesday.plus(Duration.ofHours(1)));
        assertThat(open(order)).hasSize(1);

        at(tuesday, () -> answers.decline(leader, open(order).getFirst().facts().id(), null));
        assertThat(asked(order)).hasSize(2);
    }

    @Test
    void askingInTurnTakesTheLookAway() {
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people(3)));
        var others = people(2);

        at(tuesday, () -> offers.makeInTurn(village.clerk, order, seen(order), slot(order), invitees(others)));

        assertThat(queue.look(village.county, order)).isEmpty();
        assertThat(asked(order)).hasSize(1);
        assertThat(waiting(order)).isEqualTo(4);
    }

    @Test
    void whoIsChosenTwiceWaitsOnce() {
        var people = people(4);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));

        at(tuesday, () -> ask(order, people));

        assertThat(asked(order).size() + waiting(order)).isEqualTo(4);
    }

    @RepeatedTest(8)
    void anAnswerTheClockAndALookAtOnceAskNobodyTwiceAndFillNoSeatTwice() {
        var people = people(8);
        var order = at(tuesday, () -> order(2));
        at(tuesday, () -> ask(order, people));
        var out = asked(order);
        var late = tuesday.plus(Duration.ofHours(4));
        var soon = late.minusSeconds(1);

        AtOnce.all(List.<Supplier<Outcome<Object>>>of(
                () -> clock.at(
                        soon,
                        () -> answers.accept(out.get(0), offerTo(order, out.get(0)))
                                .map(id -> id)),
                () -> clock.at(
                        soon,
                        () -> answers.decline(out.get(1), offerTo(order, out.get(1)), null)
                                .map(id -> id)),
                () -> clock.at(late, () -> Outcome.done((Object) expiry.expire(village.county, late))),
                () -> clock.at(late, () -> Outcome.done((Object) looks.look(village.county, late))),
                () -> clock.at(late, () -> Outcome.done((Object) looks.look(village.county, late)))));

        var everybody = village.the(OfferRows.class).of(village.county, order, OfferState.values()).stream()
                .map(offer -> offer.facts().invitee())
                .toList();
        assertThat(everybody).doesNotHaveDuplicates();
        assertThat(village.the(SeatRows.class).live(village.county, order).size())
                .isLessThanOrEqualTo(2);
        assertThat(everybody.size() + waiting(order)).isEqualTo(8);
        assertThat(state(order)).isEqualTo(State.OFFERED);
    }

    @RepeatedTest(5)
    void ofTwoInstancesThatLookAtOnceOneAsks() {
        var people = people(8);
        var order = at(tuesday, () -> order(1));
        at(tuesday, () -> ask(order, people));
        var later = tuesday.plus(Duration.ofMinutes(200));

        Supplier<Outcome<Integer>> look = () -> clock.at(later, () -> Outcome.done(looks.look(village.county, later)));
        AtOnce.all(List.of(look, look, look));

        assertThat(asked(order)).hasSize(2).doesNotHaveDuplicates();
    }

    /** Of eight questions they said yes, or no, to all but one, within minutes. */
    private void usually(Actor somebody, boolean yes) {
        for (int i = 0; i < 8; i++) {
            var then = tuesday.minus(Duration.ofDays(20L + 2L * i));
            var order = at(then.minusSeconds(60), () -> order(1, then.plus(Duration.ofDays(1))));
            var offer = at(
                            then,
                            () -> offers.make(
                                    village.clerk,
                                    order,
                                    seen(order),
                                    village.slot(order, then.plus(Duration.ofDays(1))),
                                    invitees(List.of(somebody))))
                    .getFirst();
            at(
                    then.plusSeconds(600),
                    () -> yes ? answers.accept(somebody, offer) : answers.decline(somebody, offer, null));
        }
    }

    private void askedEnough(Actor somebody) {
        for (int i = 0; i < 3; i++) {
            var order = at(tuesday, () -> order(1));
            at(tuesday, () -> make(order, somebody));
        }
    }

    private Outcome<List<OfferId>> make(OrderId order, Actor somebody) {
        return offers.make(village.clerk, order, seen(order), slot(order), invitees(List.of(somebody)));
    }

    private Outcome<List<OfferId>> ask(OrderId order, List<Actor> people) {
        return offers.makeAsNeeded(village.clerk, order, seen(order), slot(order), invitees(people));
    }

    private static List<Invitee> invitees(List<Actor> people) {
        return people.stream()
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .toList();
    }

    private <T> T at(Instant time, Supplier<Outcome<T>> deed) {
        return clock.at(time, deed).orThrow();
    }

    private int look(Instant when) {
        return clock.at(when, () -> looks.look(village.county, when));
    }

    private Outcome<OrderId> order(int seats) {
        return order(seats, wednesday);
    }

    private Outcome<OrderId> order(int seats, Instant from) {
        return Outcome.done(village.approved(village.project(seats, 60), from));
    }

    private int seen(OrderId order) {
        return village.version(order);
    }

    private Slot slot(OrderId order) {
        return village.slot(order, wednesday);
    }

    private List<Actor> people(int count) {
        var people = new ArrayList<Actor>();
        for (int i = 0; i < count; i++) {
            people.add(village.volunteer("Zhao"));
        }
        return people;
    }

    private List<Offer> open(OrderId order) {
        return village.the(OfferRows.class).of(village.county, order, OfferState.OPEN);
    }

    /** In the order of their ids, which is that in which they were asked. */
    private List<Actor> asked(OrderId order) {
        return open(order).stream()
                .sorted(Comparator.comparing(offer -> offer.facts().id().value()))
                .map(offer -> (Invitee.ToVolunteer) offer.facts().invitee())
                .map(one -> new Actor(village.county, one.volunteer(), Set.of()))
                .toList();
    }

    private OfferId offerTo(OrderId order, Actor somebody) {
        return village.the(OfferRows.class).of(village.county, order, OfferState.values()).stream()
                .filter(offer -> offer.facts().invitee().equals(new Invitee.ToVolunteer(somebody.person())))
                .map(offer -> offer.facts().id())
                .findFirst()
                .orElseThrow();
    }

    private int waiting(OrderId order) {
        return queue.of(village.county, order).size();
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }
}
