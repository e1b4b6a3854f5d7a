package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever joins after the time was moved comes at the new time, whatever they were asked for. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class MovedTimeTest {

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
    private Instant ten;
    private Instant later;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        ten = Village.wednesday(clock.instant());
        later = ten.plus(Duration.ofDays(4));
    }

    @Test
    void whoIsSwappedInComesAtTheNewTime() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 60), ten);
        teamGoes(order, leader, zhao);
        moved(order);

        var seat = live(order).getFirst().facts().id();
        village.the(Swaps.class).swap(leader, seat, zhao.person()).orThrow();

        assertThat(live(order)).extracting(one -> one.facts().time()).containsExactly(village.slot(order, later));
        assertThat(live(order)).extracting(one -> one.facts().volunteer()).containsExactly(zhao.person());
    }

    @Test
    void whoIsPutOnComesAtTheNewTimeAndTheLeaderKeepsTheOrderUntilThen() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(2, 60), ten);
        var offer = teamGoes(order, leader, zhao);
        offers.goAhead(village.clerk, order, village.version(order)).orThrow();
        moved(order);

        seats.put(leader, offer, Set.of(zhao.person())).orThrow();

        var then = village.slot(order, later);
        assertThat(live(order)).hasSize(2).allMatch(one -> one.facts().time().equals(then));
        var mine = village.the(MyService.class);
        clock.at(
                ten.plus(Duration.ofDays(3)),
                () -> assertThat(mine.toLead(leader))
                        .filteredOn(line -> line.id().equals(offer))
                        .extracting(OfferLine::proposed)
                        .containsExactly(then));
    }

    @Test
    void whoWasAskedForTheOldTimeIsAskedAnewForTheNewOne() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(2, 60), ten);
        var first = ask(order, ten, zhao);
        answers.accept(zhao, first).orThrow();
        offers.goAhead(village.clerk, order, village.version(order)).orThrow();
        var open = ask(order, ten, qian);
        moved(order);

        assertThat(village.the(OfferRows.class)
                        .find(village.county, open)
                        .orElseThrow()
                        .state())
                .isEqualTo(OfferState.WITHDRAWN);
        assertThat(answers.accept(qian, open)).isEqualTo(Outcome.refused("offer.time_moved"));
        answers.accept(qian, ask(order, later, qian)).orThrow();
        assertThat(live(order)).hasSize(2).allMatch(one -> one.facts().time().equals(village.slot(order, later)));
    }

    @Test
    void whoWaitedForTheirTurnIsAskedForTheNewTime() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var wu = village.volunteer("Wu");
        var order = village.approved(village.project(2, 60), ten);
        answers.accept(zhao, ask(order, ten, zhao)).orThrow();
        offers.goAhead(village.clerk, order, village.version(order)).orThrow();
        offers.makeInTurn(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, ten),
                        List.of(to(qian), to(wu)))
                .orThrow();
        moved(order);

        assertThat(village.the(MyService.class).toAnswer(wu))
                .extracting(OfferLine::proposed)
                .containsExactly(village.slot(order, later));
    }

    private void moved(OrderId order) {
        Slot time = village.slot(order, later);
        village.the(Reschedules.class)
                .move(village.clerk, order, village.version(order), time)
                .orThrow();
    }

    private OfferId teamGoes(OrderId order, Actor leader, Actor member) {
        var team = new Invitee.ToTeam(village.team(leader, member));
        var offer = offers.make(village.clerk, order, village.version(order), village.slot(order, ten), List.of(team))
                .orThrow()
                .getFirst();
        answers.accept(leader, offer).orThrow();
        seats.put(leader, offer, Set.of(leader.person())).orThrow();
        return offer;
    }

    private OfferId ask(OrderId order, Instant from, Actor person) {
        return offers.make(village.clerk, order, village.version(order), village.slot(order, from), List.of(to(person)))
                .orThrow()
                .getFirst();
    }

    private static Invitee to(Actor person) {
        return new Invitee.ToVolunteer(person.person());
    }

    private List<Seat> live(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order);
    }
}
