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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many want the same open seat at once, and the unit asks somebody for it: the database is the judge. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class OpenSeatRaceTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OpenSeatTaking taking;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private OnlyByRequest byRequest;

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

    @Test
    void ofAHundredWhoTakeTheLastSeatOneHasItAndTheOthersAreToldSo() {
        var order = village.approved(village.project(1, 40), wednesday);
        var outcomes = AtOnce.all(takings(people(100), order));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).hasSize(99).containsOnly("seat.taken");
        assertThat(live(order)).hasSize(1);
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(offersOf(order)).as("a refusal leaves no offer behind").isEqualTo(1);
    }

    @Test
    void ofTwentyWhoTakeFiveSeatsFiveHaveOneEachAtOneTime() {
        var order = village.approved(village.project(5, 40), wednesday);
        var outcomes = AtOnce.all(takings(people(20), order));
        assertThat(AtOnce.done(outcomes)).hasSize(5);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("seat.taken");
        assertThat(live(order)).extracting(seat -> seat.facts().place()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(live(order)).extracting(seat -> seat.facts().time()).containsOnly(village.slot(order, wednesday));
    }

    @RepeatedTest(10)
    void whoPressesTwiceHasOneSeat() {
        var order = village.approved(village.project(2, 40), wednesday);
        var zhao = people(1).getFirst();
        var outcomes = AtOnce.all(takings(List.of(zhao, zhao), order));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.yours_already");
        assertThat(live(order)).hasSize(1);
    }

    @RepeatedTest(10)
    void aSeatThatIsTakenWhileTheUnitAsksSomebodyIsOnePersonsAndTheOtherIsTold() {
        var order = village.approved(village.project(1, 40), wednesday);
        var people = people(2);
        var asked = new Invitee.ToVolunteer(people.get(1).person());
        int seen = village.version(order);
        var outcomes = AtOnce.<Object>all(List.of(
                () -> taking.take(people.get(0), order, wednesday).map(id -> id),
                () -> offers.make(village.clerk, order, seen, village.slot(order, wednesday), List.of(asked))
                        .map(id -> id)));
        assertThat(live(order))
                .singleElement()
                .satisfies(seat -> assertThat(seat.facts().volunteer())
                        .isEqualTo(people.get(0).person()));
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(AtOnce.done(outcomes)).isNotEmpty();
        assertThat(village.the(OfferRows.class).of(village.county, order, OfferState.OPEN))
                .isEmpty();
    }

    @RepeatedTest(10)
    void whoTakesAndWhoAcceptsTheOfferForTheSameSeatAreNeverBothThere() {
        var order = village.approved(village.project(1, 40), wednesday);
        var people = people(2);
        var asked = new Invitee.ToVolunteer(people.get(1).person());
        var offer = offers.make(
                        village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(asked))
                .orThrow()
                .getFirst();
        var outcomes = AtOnce.<Object>all(List.of(
                () -> taking.take(people.get(0), order, wednesday).map(id -> id),
                () -> answers.accept(people.get(1), offer).map(id -> id)));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.taken");
        assertThat(live(order)).hasSize(1);
    }

    @RepeatedTest(10)
    void aSeatAndACancellingEndInOneOfTheTwo() {
        var order = village.approved(village.project(1, 40), wednesday);
        var zhao = people(1).getFirst();
        int seen = village.version(order);
        var outcomes = AtOnce.<Object>all(List.of(
                () -> taking.take(zhao, order, wednesday).map(id -> id),
                () -> village.the(Orders.class)
                        .cancel(village.requester, order, seen, null)
                        .map(id -> id)));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        boolean cancelled = state(order) == State.CANCELLED;
        assertThat(live(order)).hasSize(cancelled ? 0 : 1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly(cancelled ? "open_seat.gone" : "order.moved_on");
    }

    @RepeatedTest(10)
    void whatTheUnitKeepsAtThatMomentIsKeptOrWasTakenBefore() {
        var order = village.approved(village.project(1, 40), wednesday);
        var zhao = people(1).getFirst();
        var outcomes = AtOnce.<Object>all(List.of(
                () -> taking.take(zhao, order, wednesday).map(id -> id),
                () -> byRequest.set(village.clerk, order, true).map(id -> id)));
        boolean taken = AtOnce.done(outcomes).size() == 2;
        assertThat(live(order)).hasSize(taken ? 1 : 0);
        assertThat(AtOnce.refusals(outcomes)).isEqualTo(taken ? List.of() : List.of("open_seat.by_request"));
    }

    @RepeatedTest(5)
    void twoSeatsAtTheSameHourAreNotBothTaken() {
        var zhao = people(1).getFirst();
        var first = village.approved(village.project(1, 60), wednesday);
        var second = village.approved(village.project(1, 60), wednesday);
        var outcomes = AtOnce.all(List.<Supplier<Outcome<SeatId>>>of(
                () -> taking.take(zhao, first, wednesday),
                () -> taking.take(zhao, second, wednesday.plus(Duration.ofMinutes(30)))));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.overlap");
    }

    private List<Actor> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> village.volunteer("Volunteer " + i))
                .toList();
    }

    private List<Supplier<Outcome<SeatId>>> takings(List<Actor> people, OrderId order) {
        return people.stream()
                .<Supplier<Outcome<SeatId>>>map(person -> () -> taking.take(person, order, wednesday))
                .toList();
    }

    private State state(OrderId order) {
        return sheets.find(village.county, order).orElseThrow().state();
    }

    private List<Seat> live(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order);
    }

    private int offersOf(OrderId order) {
        return village.the(OfferRows.class)
                .of(village.county, order, OfferState.values())
                .size();
    }
}
