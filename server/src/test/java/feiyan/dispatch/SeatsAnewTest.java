package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.AtTheDoor;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Seats filled anew, swapped, given back, and times that pass: nothing hangs, and nobody is blamed who was not told.
 */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class SeatsAnewTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private Seats seats;

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
    void aSeatGivenBackIsOfferedToOthersWhileTheRestStay() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = agreed(2, zhao, qian);
        var full = offers.make(
                village.clerk,
                order,
                village.version(order),
                village.slot(order, wednesday),
                to(village.volunteer("Wu")));
        assertThat(full).isEqualTo(Outcome.refused("offer.all_seats_taken"));
        seats.giveBack(zhao, seatOf(zhao, order), "ill").orThrow();

        var sun = village.volunteer("Sun");
        var zhou = village.volunteer("Zhou");
        var asked = ask(order, sun, zhou);
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        answers.accept(sun, asked.getFirst()).orThrow();

        assertThat(live(order)).hasSize(2);
        assertThat(answers.accept(zhou, asked.getLast())).isEqualTo(Outcome.refused("seat.taken"));
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whileTheOthersServeAMissingOneIsAskedForAnew() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = agreed(2, zhao, qian);
        var sun = village.volunteer("Sun");
        clock.at(wednesday.plusSeconds(600), () -> {
            new AtTheDoor(village)
                    .checkIn(village.county, seatOf(qian, order), qian.person(), null)
                    .orThrow();
            seats.miss(village.clerk, seatOf(zhao, order), "no_word").orThrow();
            assertThat(state(order)).isEqualTo(State.IN_SERVICE);
            answers.accept(sun, ask(order, sun).getFirst()).orThrow();
        });
        assertThat(live(order)).hasSize(2);
        assertThat(state(order)).isEqualTo(State.IN_SERVICE);
    }

    @Test
    void itIsServedWhenTheLastWhoWasWaitedForGivesTheSeatBackAfterTheOthersHaveGone() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = agreed(2, zhao, qian);
        clock.at(wednesday.minusSeconds(600), () -> {
            comesAndGoes(zhao, order);
            assertThat(state(order)).as("Qian is waited for").isEqualTo(State.IN_SERVICE);
            seats.giveBack(qian, seatOf(qian, order), "ill").orThrow();
        });
        assertThat(state(order)).isEqualTo(State.SERVED);
    }

    @Test
    void soItIsWhenATeamGivesBackWhatItsLastMemberIsWaitedForIn() {
        var leader = village.volunteer("Sun");
        var member = village.volunteer("Li");
        var order = village.approved(village.project(2, 60), wednesday);
        var team = new Invitee.ToTeam(village.team(leader, member));
        var offer = offers.make(
                        village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(team))
                .orThrow()
                .getFirst();
        answers.accept(leader, offer).orThrow();
        seats.put(leader, offer, Set.of(leader.person(), member.person())).orThrow();
        clock.at(wednesday.minusSeconds(600), () -> {
            comesAndGoes(member, order);
            answers.giveBack(leader, offer, "ill").orThrow();
        });
        assertThat(state(order)).isEqualTo(State.SERVED);
    }

    private void comesAndGoes(Actor who, OrderId order) {
        var seat = seatOf(who, order);
        var progress = new AtTheDoor(village);
        progress.checkIn(village.county, seat, who.person(), null).orThrow();
        progress.checkOut(village.county, seat, who.person()).orThrow();
    }

    @Test
    void aTimeThatPassesUnagreedFreesWhoSaidYesAndBlamesNobody() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(2, 60), wednesday);
        answers.accept(zhao, ask(order, zhao, village.volunteer("Qian")).getFirst())
                .orThrow();
        var seat = seatOf(zhao, order);
        var passed = village.the(PassedTimes.class);

        clock.at(
                wednesday.minusSeconds(1),
                () -> assertThat(passed.settle(village.county)).isZero());
        clock.at(wednesday, () -> {
            assertThat(offers.goAhead(village.clerk, order, village.version(order)))
                    .isEqualTo(Outcome.refused("offer.time_has_passed"));
            assertThat(passed.settle(village.county)).isPositive();
        });

        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(village.the(SeatRows.class)
                        .find(village.county, seat)
                        .orElseThrow()
                        .state())
                .isEqualTo(SeatState.RELEASED);
    }

    @Test
    void aTeamThatTookItAndPutNobodyOnHoldsItNoLongerThanItsTime() {
        var leader = village.volunteer("Sun");
        var order = village.approved(village.project(2, 60), wednesday);
        var offer = offers.make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToTeam(village.team(leader))))
                .orThrow()
                .getFirst();
        answers.accept(leader, offer).orThrow();
        clock.at(wednesday, () -> {
            assertThat(seats.put(leader, offer, Set.of(leader.person())))
                    .isEqualTo(Outcome.refused("offer.time_has_passed"));
            village.the(PassedTimes.class).settle(village.county);
        });
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void whatIsAskedAnewWhileTheClockComesIsLeftAlone() {
        var order = village.approved(village.project(1, 60), wednesday);
        var asked = ask(order, village.volunteer("Zhao")).getFirst();
        var sheet = village.the(ServiceSheets.class).find(village.county, order).orElseThrow();
        var passed = village.the(PassedTimes.class);
        var before = wednesday.minusSeconds(1);
        assertThat(passed.settle(village.county, sheet, before)).isEqualTo(Outcome.done(0));
        assertThat(village.the(OfferRows.class).find(village.county, asked).map(Offer::state))
                .contains(OfferState.OPEN);
    }

    @Test
    void theUnitCallsEverybodyBackAndProposesAnotherTime() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(2, 60), wednesday);
        answers.accept(zhao, ask(order, zhao).getFirst()).orThrow();
        var recalls = village.the(Recalls.class);
        assertThat(recalls.everybody(zhao, order, village.version(order)))
                .isEqualTo(Outcome.refused("order.not_yours", "offer"));
        recalls.everybody(village.clerk, order, village.version(order)).orThrow();

        assertThat(live(order)).isEmpty();
        var later = village.slot(order, wednesday.plus(Duration.ofHours(3)));
        offers.make(village.clerk, order, village.version(order), later, to(zhao))
                .orThrow();
    }

    @RepeatedTest(5)
    void twoSwapsOfOneSeatSendOnePerson() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(1, 60), wednesday);
        var offer = teamGoes(order, leader, leader, zhao, qian);
        var seat = seatOf(leader, order);
        var swaps = village.the(Swaps.class);
        assertThat(swaps.swap(zhao, seat, zhao.person())).isEqualTo(Outcome.refused("seat.not_yours"));
        assertThat(swaps.swap(leader, seat, village.volunteer("Wu").person()))
                .isEqualTo(Outcome.refused("seat.no_member"));

        var outcomes = AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> swaps.swap(leader, seat, zhao.person()), () -> swaps.swap(leader, seat, qian.person())));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.not_now");
        assertThat(live(order)).hasSize(1).allMatch(one -> one.facts().offer().equals(offer));
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aTeamGivesBackWithItsMembersSeats() {
        var leader = village.volunteer("Sun");
        var order = village.approved(village.project(1, 60), wednesday);
        var offer = teamGoes(order, leader, leader);
        answers.giveBack(leader, offer, "too_few").orThrow();
        assertThat(live(order)).isEmpty();
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void theRequesterSaysThatNobodyCame() {
        var zhao = village.volunteer("Zhao");
        var order = agreed(1, zhao);
        var noShows = village.the(NoShows.class);
        Supplier<Outcome<OrderId>> said = () -> noShows.nobodyCame(village.requester, order, village.version(order));
        assertThat(clock.at(wednesday.plusSeconds(300), said)).isEqualTo(Outcome.refused("order.not_yet_time"));
        clock.at(
                wednesday.plusSeconds(900),
                () -> assertThat(noShows.nobodyCame(zhao, order, village.version(order)))
                        .isEqualTo(Outcome.refused("order.not_yours", "no_show")));

        clock.at(wednesday.plusSeconds(900), said).orThrow();

        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(live(order)).isEmpty();
    }

    private OrderId agreed(int headcount, Actor... people) {
        var order = village.approved(village.project(headcount, 60), wednesday);
        var asked = ask(order, people);
        for (int i = 0; i < people.length; i++) {
            answers.accept(people[i], asked.get(i)).orThrow();
        }
        return order;
    }

    private OfferId teamGoes(OrderId order, Actor leader, Actor goes, Actor... others) {
        var team = new Invitee.ToTeam(village.team(leader, others));
        var offer = offers.make(
                        village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(team))
                .orThrow()
                .getFirst();
        answers.accept(leader, offer).orThrow();
        seats.put(leader, offer, Set.of(goes.person())).orThrow();
        return offer;
    }

    private List<OfferId> ask(OrderId order, Actor... people) {
        return offers.make(village.clerk, order, village.version(order), village.slot(order, wednesday), to(people))
                .orThrow();
    }

    private static List<Invitee> to(Actor... people) {
        return Arrays.stream(people)
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .collect(Collectors.toList());
    }

    private List<Seat> live(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order);
    }

    private SeatId seatOf(Actor volunteer, OrderId order) {
        return live(order).stream()
                .filter(seat -> seat.facts().volunteer().equals(volunteer.person()))
                .findFirst()
                .orElseThrow()
                .facts()
                .id();
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }
}
