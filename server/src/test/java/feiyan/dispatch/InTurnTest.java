package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One is asked after the other, the next when somebody says no, or nothing. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class InTurnTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private OfferExpiry expiry;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void theNextIsAskedWhenOneSaysNoAndTheUnitHasItBackWhenAllHave() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(1, 60), wednesday);
        assertThat(inTurn(order, zhao, qian)).hasSize(1);
        assertThat(asked(order)).containsExactly(zhao);

        answers.decline(zhao, open(order).getFirst().facts().id(), "no_time").orThrow();
        assertThat(asked(order)).containsExactly(qian);
        assertThat(state(order)).isEqualTo(State.OFFERED);

        answers.decline(qian, open(order).getFirst().facts().id(), null).orThrow();
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void theClockAsksTheNextWhenADeadlinePasses() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(1, 60), wednesday);
        inTurn(order, zhao, qian);
        var late = open(order).getFirst().facts().deadline();

        clock.at(late, () -> expiry.expire(village.county, late));

        assertThat(asked(order)).containsExactly(qian);
        assertThat(open(order).getFirst().facts().deadline()).isAfter(late);
        assertThat(state(order)).isEqualTo(State.OFFERED);
    }

    @Test
    void asManyAreAskedAtATimeAsThereAreSeatsOpen() {
        var people = List.of(village.volunteer("Zhao"), village.volunteer("Qian"), village.volunteer("Sun"));
        var order = village.approved(village.project(2, 60), wednesday);
        inTurn(order, people.toArray(Actor[]::new));
        assertThat(asked(order)).containsExactlyElementsOf(people.subList(0, 2));

        answers.accept(people.get(0), open(order).get(0).facts().id()).orThrow();
        assertThat(asked(order)).containsExactly(people.get(1));
        answers.decline(people.get(1), open(order).getFirst().facts().id(), null)
                .orThrow();
        assertThat(asked(order)).containsExactly(people.get(2));
    }

    @Test
    void aSeatGivenBackIsOfferedToWhoeverStillWaits() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(1, 60), wednesday);
        inTurn(order, zhao, qian);
        answers.accept(zhao, open(order).getFirst().facts().id()).orThrow();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);

        village.the(Seats.class)
                .giveBack(
                        zhao,
                        village.the(SeatRows.class)
                                .live(village.county, order)
                                .getFirst()
                                .facts()
                                .id(),
                        "ill")
                .orThrow();

        assertThat(asked(order)).containsExactly(qian);
        assertThat(state(order)).isEqualTo(State.OFFERED);
    }

    @Test
    void whoCannotComeAnyMoreIsPassedOver() {
        var zhao = village.volunteer("Zhao");
        var busy = village.volunteer("Qian");
        var sun = village.volunteer("Sun");
        var order = village.approved(village.project(1, 60), wednesday);
        inTurn(order, zhao, busy, sun);
        var other = village.approved(village.project(1, 60), wednesday);
        answers.accept(busy, inTurn(other, busy).getFirst()).orThrow();

        answers.decline(zhao, open(order).getFirst().facts().id(), null).orThrow();

        assertThat(asked(order)).containsExactly(sun);
    }

    @Test
    void nobodyIsAskedForAnOrderThatIsOverOrThatTheUnitStopped() {
        var people = new Actor[] {village.volunteer("Zhao"), village.volunteer("Qian")};
        var cancelled = village.approved(village.project(1, 60), wednesday);
        inTurn(cancelled, people);
        village.the(Orders.class)
                .cancel(village.requester, cancelled, village.version(cancelled), null)
                .orThrow();
        assertThat(asked(cancelled)).isEmpty();
        assertThat(village.the(OfferQueue.class).of(village.county, cancelled)).isEmpty();

        var stopped = village.approved(village.project(1, 60), wednesday);
        inTurn(stopped, people);
        assertThat(village.the(Recalls.class).waiting(people[0], stopped))
                .isEqualTo(Outcome.refused("order.not_yours", "offer"));
        village.the(Recalls.class).waiting(village.clerk, stopped).orThrow();
        answers.decline(people[0], open(stopped).getFirst().facts().id(), null).orThrow();
        assertThat(state(stopped)).isEqualTo(State.APPROVED);
    }

    @RepeatedTest(5)
    void aNoAndTheClockAtOnceAskTheNextOnce() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 60), wednesday);
        inTurn(order, zhao, village.volunteer("Qian"), village.volunteer("Sun"));
        var offer = open(order).getFirst();
        var late = offer.facts().deadline();
        var justInTime = late.minusSeconds(1);

        AtOnce.all(List.<Supplier<Outcome<Object>>>of(
                () -> clock.at(
                        justInTime,
                        () -> answers.decline(zhao, offer.facts().id(), null).map(id -> id)),
                () -> clock.at(late, () -> Outcome.done((Object) expiry.expire(village.county, late)))));

        assertThat(open(order)).hasSize(1);
        assertThat(village.the(OfferQueue.class).of(village.county, order)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoDispatchersWhoAskAtOnceOneDoesAndTheOtherIsToldSo() {
        var order = village.approved(village.project(1, 60), wednesday);
        var people = List.of(village.volunteer("Zhao"), village.volunteer("Qian"));
        int seen = village.version(order);
        var slot = village.slot(order, wednesday);

        var outcomes = AtOnce.all(people.stream()
                .<Supplier<Outcome<List<OfferId>>>>map(person -> () -> offers.makeInTurn(
                        village.clerk, order, seen, slot, List.of(new Invitee.ToVolunteer(person.person()))))
                .toList());

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("order.moved_on");
        assertThat(open(order)).hasSize(1);
    }

    private List<OfferId> inTurn(OrderId order, Actor... people) {
        var invitees = Arrays.stream(people)
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .toList();
        return offers.makeInTurn(village.clerk, order, village.version(order), village.slot(order, wednesday), invitees)
                .orThrow();
    }

    private List<Offer> open(OrderId order) {
        return village.the(OfferRows.class).of(village.county, order, OfferState.OPEN);
    }

    private List<Actor> asked(OrderId order) {
        return open(order).stream()
                .map(offer -> (Invitee.ToVolunteer) offer.facts().invitee())
                .map(one -> new Actor(village.county, one.volunteer(), Set.of()))
                .toList();
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }
}
