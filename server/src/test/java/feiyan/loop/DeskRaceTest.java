package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Offers;
import feiyan.orders.GroupOrders;
import feiyan.orders.OrderClocks;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two at the desk, or the desk and the requester, or the desk and the clock: one moves the order, one is told so. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DeskRaceTest {

    private static final Rating SOLVED = new Rating(true, 5, 5, 5, null, Rating.How.PAGE);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Review review;

    @Autowired
    private Orders orders;

    @Autowired
    private GroupOrders groups;

    private Contest contest;
    private Village village;
    private Actor other;
    private UnitId institute;

    @BeforeAll
    void aVillage() {
        contest = new Contest(house);
        village = contest.village;
        other = village.staff("Zhou Qiang", village.station, Role.CLERK);
        institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
    }

    @RepeatedTest(5)
    void ofTwoClerksOneResolvesOrRefuses() {
        var order = village.inFreeWords(contest.ten);
        oneOf(
                order,
                () -> review.resolve(village.clerk, order, 1, "Done at the station."),
                () -> review.refuse(other, order, 1, RefusalReason.UNSAFE, "Ask the institute."));
        assertThat(contest.state(order)).isIn(State.SERVED, State.REFUSED);
    }

    @RepeatedTest(5)
    void ofApprovingAndPassingOnOneHappens() {
        var order = village.inFreeWords(contest.ten);
        var project = village.project(1, 60);
        oneOf(
                order,
                () -> review.approve(village.clerk, order, 1, project),
                () -> review.escalate(other, order, 1, institute, null));
    }

    @RepeatedTest(5)
    void ofApprovingAndTheRequestersCancellingOneHappens() {
        var order = village.inFreeWords(contest.ten);
        var project = village.project(1, 60);
        oneOf(
                order,
                () -> review.approve(village.clerk, order, 1, project),
                () -> orders.cancel(village.requester, order, 1, null));
    }

    @RepeatedTest(5)
    void ofTwoDispatchersOneAsksAndTheOtherIsTold() {
        var order = contest.approved(1);
        var people = contest.volunteers(2);
        int seen = village.version(order);
        var offers = village.the(Offers.class);
        oneOf(
                order,
                () -> offers.make(village.clerk, order, seen, time(order), invite(people.get(0)))
                        .map(made -> order),
                () -> offers.make(other, order, seen, time(order), invite(people.get(1)))
                        .map(made -> order));
        assertThat(contest.state(order)).isEqualTo(State.OFFERED);
    }

    @RepeatedTest(5)
    void aRatingCountsOnceHoweverOftenItIsSent() {
        var order = served();
        int seen = village.version(order);
        Supplier<Outcome<OrderId>> rate = () -> orders.rate(village.requester, order, seen, SOLVED);
        oneOf(order, rate, rate);
        assertThat(contest.state(order)).isEqualTo(State.CLOSED);
    }

    @RepeatedTest(5)
    void aRatingAndTheClockThatClosesEndInAClosedOrder() {
        var order = served();
        int seen = village.version(order);
        var clocks = village.the(OrderClocks.class);
        var late = contest.clock.instant().plus(Duration.ofDays(8));
        var outcomes = AtOnce.<Object>all(List.of(
                () -> orders.rate(village.requester, order, seen, SOLVED).map(id -> id),
                () -> Outcome.done(contest.clock.at(late, () -> clocks.tick(village.county)))));
        assertThat(contest.state(order)).isEqualTo(State.CLOSED);
        contest.isSound(order);
        if (outcomes.getFirst() instanceof Outcome.Refused) {
            orders.rate(village.requester, order, village.version(order), SOLVED)
                    .orThrow();
            contest.isSound(order);
        }
    }

    @RepeatedTest(5)
    void whoIsMergedWhileTheGroupEndsIsReviewedAnewOrNeverJoined() {
        var project = village.project(1, 60);
        var parent =
                groups.group(village.clerk, village.station, project, window()).orThrow();
        var child = village.inFreeWords(contest.ten);
        AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> groups.merge(other, child, 1, parent), () -> orders.cancel(village.clerk, parent, 1, null)));
        assertThat(contest.state(parent)).isEqualTo(State.CANCELLED);
        assertThat(contest.state(child))
                .as("nobody waits in a group that is over")
                .isEqualTo(State.SUBMITTED);
        contest.isSound(child);
    }

    @RepeatedTest(5)
    void whoLeavesWhileTheGroupEndsIsReviewedAnewOnce() {
        var project = village.project(1, 60);
        var parent =
                groups.group(village.clerk, village.station, project, window()).orThrow();
        var child = village.inFreeWords(contest.ten);
        groups.merge(other, child, 1, parent).orThrow();
        AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> groups.split(other, child, 2), () -> orders.cancel(village.clerk, parent, 1, null)));
        assertThat(contest.state(parent)).isEqualTo(State.CANCELLED);
        assertThat(contest.state(child)).isEqualTo(State.SUBMITTED);
        assertThat(village.version(child)).as("split once").isEqualTo(3);
        contest.isSound(child);
    }

    private OrderId served() {
        var order = village.inFreeWords(contest.ten);
        return review.resolve(village.clerk, order, 1, "Done at the station.").orThrow();
    }

    private void oneOf(OrderId order, Supplier<Outcome<OrderId>> first, Supplier<Outcome<OrderId>> second) {
        var outcomes = AtOnce.all(List.of(first, second));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("order.moved_on");
        contest.isSound(order);
    }

    private Slot time(OrderId order) {
        return village.slot(order, contest.ten);
    }

    private Slot window() {
        return new Slot(contest.ten, contest.ten.plus(Duration.ofDays(2)));
    }

    private static List<Invitee> invite(Actor volunteer) {
        return List.of(new Invitee.ToVolunteer(volunteer.person()));
    }
}
