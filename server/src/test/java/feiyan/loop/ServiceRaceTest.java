package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferExpiry;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Reschedules;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** At the door: somebody arrives, leaves, moves or calls off what somebody else moves at that moment. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class ServiceRaceTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Orders orders;

    private Contest contest;
    private Village village;
    private Actor other;

    @BeforeAll
    void aVillage() {
        contest = new Contest(house);
        village = contest.village;
        other = village.staff("Zhou Qiang", village.station, Role.DISPATCHER);
    }

    @RepeatedTest(10)
    void aVisitIsBegunOrMovedAndNeverBoth() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        var seat = contest.seat(zhao.getFirst(), order);
        var code = code(order);
        int seen = village.version(order);
        var later = village.slot(order, contest.ten.plus(Duration.ofHours(3)));

        var outcomes = AtOnce.<Object>all(List.of(
                at(contest.ten, () -> attendance.checkIn(zhao.getFirst(), seat, code)),
                at(contest.ten, () -> village.the(Reschedules.class).move(other, order, seen, later))));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes))
                .containsAnyOf("order.moved_on", "seat.too_early", "attendance.wrong_code", "order.not_now");
        assertThat(contest.state(order)).isIn(State.IN_SERVICE, State.ACCEPTED);
        contest.isSound(order);
    }

    @RepeatedTest(10)
    void whoGivesASeatBackIsNotThere() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        var seat = contest.seat(zhao.getFirst(), order);
        var code = code(order);

        var early = contest.ten.minus(Duration.ofMinutes(10));
        var outcomes = AtOnce.<Object>all(List.of(
                at(early, () -> attendance.checkIn(zhao.getFirst(), seat, code)),
                at(early, () -> village.the(Seats.class).giveBack(zhao.getFirst(), seat, null))));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(contest.state(order)).isIn(State.IN_SERVICE, State.APPROVED);
        assertThat(contest.seated(order)).isEqualTo(contest.state(order) == State.IN_SERVICE ? 1 : 0);
        contest.isSound(order);
    }

    @RepeatedTest(10)
    void whoArrivesAtWhatIsCalledOffIsToldSo() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        var seat = contest.seat(zhao.getFirst(), order);
        var code = code(order);
        int seen = village.version(order);

        var outcomes = AtOnce.<Object>all(List.of(
                at(contest.ten, () -> attendance.checkIn(zhao.getFirst(), seat, code)),
                at(contest.ten, () -> orders.cancel(village.requester, order, seen, null))));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(contest.state(order)).isIn(State.IN_SERVICE, State.CANCELLED);
        contest.isSound(order);
    }

    @RepeatedTest(10)
    void aVisitEndsOnceWhetherSheLeavesOrTheUnitSaysSo() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        var seat = contest.seat(zhao.getFirst(), order);
        var code = code(order);
        at(contest.ten, () -> attendance.checkIn(zhao.getFirst(), seat, code))
                .get()
                .orThrow();
        var end = contest.ten.plus(Duration.ofMinutes(50));

        var outcomes = AtOnce.<Object>all(List.of(
                at(end, () -> attendance.checkOut(zhao.getFirst(), seat)),
                at(end, () -> attendance.settle(other, seat, end.minusSeconds(600), Reason.FORGOTTEN))));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.not_now");
        assertThat(contest.state(order)).isEqualTo(State.SERVED);
        int expected = outcomes.getFirst() instanceof Outcome.Done ? 50 : 40;
        assertThat(attendance.of(zhao.getFirst(), List.of(seat)).getFirst().minutes())
                .isEqualTo(expected);
        contest.isSound(order);
    }

    @RepeatedTest(10)
    void goingAheadWithFewerAndCallingOffEndInOneOfTheTwo() {
        var order = contest.approved(2);
        var people = contest.volunteers(2);
        var asked = contest.ask(order, people);
        village.the(Answers.class).accept(people.getFirst(), asked.getFirst()).orThrow();
        int seen = village.version(order);

        var outcomes = AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> village.the(Offers.class).goAhead(other, order, seen),
                () -> orders.cancel(village.requester, order, seen, null)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("order.moved_on");
        assertThat(contest.seated(order)).isEqualTo(contest.state(order) == State.ACCEPTED ? 1 : 0);
        contest.isSound(order);
    }

    @RepeatedTest(10)
    void anAnswerInTheLastSecondCountsOrHasExpired() {
        var order = contest.approved(1);
        var zhao = contest.volunteers(1);
        var offer = contest.ask(order, zhao).getFirst();
        var over = contest.ten.minusSeconds(1);

        var outcomes = AtOnce.<Object>all(List.of(
                () -> village.the(Answers.class).accept(zhao.getFirst(), offer).map(id -> id),
                () -> Outcome.done(village.the(OfferExpiry.class).expire(village.county, over))));

        boolean taken = outcomes.getFirst() instanceof Outcome.Done;
        assertThat(contest.state(order)).isEqualTo(taken ? State.ACCEPTED : State.APPROVED);
        assertThat(contest.seated(order)).isEqualTo(taken ? 1 : 0);
        contest.isSound(order);
    }

    @RepeatedTest(5)
    void twoServicesAtOnceInTwoVillagesAreNotBothHis() {
        var zhao = contest.volunteers(1);
        var first = contest.agreed(zhao);
        var second = contest.approved(1);
        var offers = village.the(Offers.class);
        var free = new Slot(contest.ten.plus(Duration.ofHours(4)), contest.ten.plus(Duration.ofHours(5)));
        var asked = offers.make(
                        village.clerk,
                        second,
                        village.version(second),
                        free,
                        List.of(new Invitee.ToVolunteer(zhao.getFirst().person())))
                .orThrow()
                .getFirst();
        int seen = village.version(first);

        var outcomes = AtOnce.<Object>all(List.of(
                () -> village.the(Answers.class).accept(zhao.getFirst(), asked).map(id -> id),
                () -> village.the(Reschedules.class)
                        .move(other, first, seen, free)
                        .map(id -> id)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.overlap");
        contest.isSound(first);
        contest.isSound(second);
    }

    private String code(OrderId order) {
        return village.the(CheckInCode.class).of(village.county, order, village.slot(order, contest.ten));
    }

    private <T> Supplier<Outcome<Object>> at(Instant time, Supplier<Outcome<T>> press) {
        return () -> contest.clock.at(time, () -> press.get().map(done -> done));
    }
}
