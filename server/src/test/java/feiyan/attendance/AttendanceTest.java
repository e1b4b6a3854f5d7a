package feiyan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Overruns;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.volunteers.Teams;
import java.time.Duration;
import java.time.Instant;
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

@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class AttendanceTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Seats seats;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant ten;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        ten = Village.wednesday(clock.instant());
    }

    @Test
    void theFirstCheckInStartsTheOrderAndTheLastCheckOutFinishesIt() {
        var service = service(2);
        var leader = service.leader();
        var member = service.member();
        var code = code(service);

        clock.at(ten, () -> attendance.checkIn(leader, seat(leader), code).orThrow());
        assertThat(state(service.order())).isEqualTo(State.IN_SERVICE);
        clock.at(
                ten.plusSeconds(300),
                () -> attendance.checkIn(member, seat(member), code).orThrow());
        clock.at(minute(55), () -> attendance.checkOut(leader, seat(leader)).orThrow());
        assertThat(state(service.order())).isEqualTo(State.IN_SERVICE);
        var memberSeat = seat(member);
        clock.at(minute(60), () -> attendance.checkOut(member, memberSeat).orThrow());

        assertThat(state(service.order())).isEqualTo(State.SERVED);
        assertThat(attendance.of(member, List.of(memberSeat)).getFirst().minutes())
                .isEqualTo(55);
    }

    @Test
    void fiveWrongCodesMeanToWait() {
        var service = service(1);
        var leader = service.leader();
        var code = code(service);
        assertThat(code).matches("[0-9]{6}");
        var wrong = code.equals("000000") ? "000001" : "000000";
        var seat = seat(leader);

        clock.at(ten, () -> {
            for (int i = 0; i < 4; i++) {
                assertThat(attendance.checkIn(leader, seat, wrong)).isEqualTo(Outcome.refused("attendance.wrong_code"));
            }
            assertThat(attendance.checkIn(leader, seat, wrong)).isEqualTo(Outcome.refused("attendance.wait"));
            assertThat(attendance.checkIn(leader, seat, code)).isEqualTo(Outcome.refused("attendance.wait"));
        });
        clock.at(minute(16), () -> attendance.checkIn(leader, seat, code).orThrow());
    }

    @Test
    void fiftyGuessesAtOnceAreStillFive() {
        var service = service(1);
        var seat = seat(service.leader());
        Supplier<Outcome<SeatId>> guess =
                () -> clock.at(ten, () -> attendance.checkIn(service.leader(), seat, "no code"));

        var outcomes = AtOnce.all(Stream.generate(() -> guess).limit(50).toList());

        assertThat(AtOnce.refusals(outcomes).stream()
                        .filter("attendance.wrong_code"::equals)
                        .count())
                .isLessThanOrEqualTo(4);
    }

    @Test
    void nobodyChecksInADayEarlyOrForSomebodyElse() {
        var service = service(1);
        var code = code(service);
        var seat = seat(service.leader());
        assertThat(attendance.checkIn(service.leader(), seat, code)).isEqualTo(Outcome.refused("seat.too_early"));
        clock.at(
                ten,
                () -> assertThat(attendance.checkIn(village.clerk, seat, code))
                        .isEqualTo(Outcome.refused("seat.not_yours")));
    }

    @Test
    void aForgottenCheckOutIsForSomebodyElseToSettle() {
        var service = service(1);
        var leader = service.leader();
        var seat = seat(leader);
        clock.at(ten, () -> attendance.checkIn(leader, seat, code(service)).orThrow());
        assertThat(clock.at(minute(24 * 60), () -> attendance.checkOut(leader, seat)))
                .isEqualTo(Outcome.refused("seat.too_late"));
        assertThat(state(service.order())).isEqualTo(State.IN_SERVICE);
        clock.at(
                minute(24 * 60),
                () -> attendance
                        .settle(village.clerk, seat, minute(50), Reason.FORGOTTEN)
                        .orThrow());
        assertThat(attendance.of(leader, List.of(seat)).getFirst().minutes()).isEqualTo(50);
    }

    @Test
    void theLeaderConfirmsAndSettlesWithAReason() {
        var service = service(2);
        var member = seat(service.member());
        clock.at(ten, () -> {
            assertThat(attendance.confirm(service.member(), member, Reason.NO_PHONE))
                    .isEqualTo(Outcome.refused("seat.not_yours"));
            attendance.confirm(service.leader(), member, Reason.NO_PHONE).orThrow();
            attendance
                    .confirm(village.clerk, seat(service.leader()), Reason.NO_CODE)
                    .orThrow();
        });
        clock.at(minute(90), () -> {
            attendance.checkOut(service.leader(), seat(service.leader())).orThrow();
            assertThat(attendance.settle(service.leader(), member, ten.minusSeconds(1), Reason.FORGOTTEN))
                    .isEqualTo(Outcome.refused("attendance.not_between"));
            attendance
                    .settle(service.leader(), member, minute(60), Reason.FORGOTTEN)
                    .orThrow();
        });
        assertThat(attendance.of(service.member(), List.of(member)).getFirst().minutes())
                .isEqualTo(60);
        assertThat(state(service.order())).isEqualTo(State.SERVED);
    }

    @Test
    void whereNobodyLeadsTheUnitSpeaksForWhoeverWasAskedInPerson() {
        var zhao = village.volunteer("Zhao");
        var order = inPerson(zhao);
        var seat = seat(zhao);
        clock.at(ten, () -> {
            assertThat(attendance.confirm(zhao, seat, Reason.NO_PHONE)).isEqualTo(Outcome.refused("seat.not_yours"));
            attendance.confirm(village.clerk, seat, Reason.NO_PHONE).orThrow();
        });
        clock.at(minute(24 * 60), () -> {
            assertThat(attendance.settle(stranger(), seat, minute(50), Reason.FORGOTTEN))
                    .isEqualTo(Outcome.refused("seat.not_yours"));
            attendance.settle(village.clerk, seat, minute(50), Reason.FORGOTTEN).orThrow();
        });
        assertThat(state(order)).isEqualTo(State.SERVED);
    }

    @Test
    void theUnitBreaksOffWhatNobodyLeads() {
        var zhao = village.volunteer("Zhao");
        var order = inPerson(zhao);
        clock.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seat(zhao), Reason.NO_PHONE)
                        .orThrow());
        clock.at(
                minute(10),
                () -> attendance.breakOff(village.clerk, order, Reason.NOT_SAFE).orThrow());
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    /** Staff of a station that has nothing to do with the order. */
    private Actor stranger() {
        var other = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Elsewhere"))
                .orThrow();
        return village.staff("Hu Bo", other, Role.DISPATCHER);
    }

    /** At ten, agreed, by somebody whom no team sends. */
    private OrderId inPerson(Actor volunteer) {
        var order = village.approved(village.project(1, 60), ten);
        accepted(volunteer, order, ten);
        return order;
    }

    private void accepted(Actor volunteer, OrderId order, Instant from) {
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, from),
                        List.of(new Invitee.ToVolunteer(volunteer.person())))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(volunteer, offer).orThrow();
    }

    @Test
    void nobodyIsAtTwoServicesAtOnceUntilTheFirstCanCountNoLonger() {
        var zhao = village.volunteer("Zhao");
        var first = inPerson(zhao);
        var second = village.approved(village.project(1, 60), ten);
        accepted(zhao, second, minute(180));
        var seats = List.of(seatOf(first), seatOf(second));
        clock.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seats.get(0), Reason.NO_CODE)
                        .orThrow());

        clock.at(
                minute(150),
                () -> assertThat(attendance.confirm(village.clerk, seats.get(1), Reason.NO_CODE))
                        .as("has not left the first, which may still count")
                        .isEqualTo(Outcome.refused("seat.still_elsewhere")));
        clock.at(
                minute(190),
                () -> attendance
                        .confirm(village.clerk, seats.get(1), Reason.NO_CODE)
                        .orThrow());
    }

    @RepeatedTest(5)
    void whoIsSaidToBeAtTwoDoorsAtOnceIsAtOne() {
        var zhao = village.volunteer("Zhao");
        var first = inPerson(zhao);
        var second = village.approved(village.project(1, 60), ten);
        accepted(zhao, second, minute(60));
        var seats = List.of(seatOf(first), seatOf(second));

        var outcomes = AtOnce.all(seats.stream()
                .<Supplier<Outcome<SeatId>>>map(seat ->
                        () -> clock.at(minute(10), () -> attendance.confirm(village.clerk, seat, Reason.NO_CODE)))
                .toList());

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.still_elsewhere");
    }

    @Test
    void whoComesWhenNoMinuteCanCountAnyMoreWasMissed() {
        var order = inPerson(village.volunteer("Zhao"));
        var seat = seatOf(order);
        clock.at(
                minute(181),
                () -> assertThat(attendance.confirm(village.clerk, seat, Reason.NO_CODE))
                        .isEqualTo(Outcome.refused("seat.missed")));
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whatIsBrokenOffKeepsTheMinutesSoFar() {
        var service = service(1);
        var seat = seat(service.leader());
        clock.at(
                ten,
                () -> attendance.confirm(village.clerk, seat, Reason.NO_CODE).orThrow());

        clock.at(
                minute(20),
                () -> attendance
                        .breakOff(service.leader(), service.order(), Reason.ENDED_EARLY)
                        .orThrow());

        assertThat(state(service.order())).isEqualTo(State.APPROVED);
        assertThat(attendance.of(service.leader(), List.of(seat)).getFirst().minutes())
                .isEqualTo(20);
    }

    @Test
    void whoNeverCameIsMissedAndTheOrderGoesBackWhenNobodyDid() {
        var service = service(1);
        var seat = seat(service.leader());
        clock.at(
                minute(-1),
                () -> assertThat(seats.miss(village.clerk, seat)).isEqualTo(Outcome.refused("seat.not_yet_time")));
        clock.at(minute(30), () -> seats.miss(village.clerk, seat).orThrow());
        assertThat(state(service.order())).isEqualTo(State.APPROVED);
    }

    @RepeatedTest(5)
    void checkingInTwiceAtOnceCountsOnce() {
        var service = service(1);
        var seat = seat(service.leader());
        var code = code(service);
        Supplier<Outcome<SeatId>> press = () -> clock.at(ten, () -> attendance.checkIn(service.leader(), seat, code));

        var outcomes = AtOnce.all(List.of(press, press));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("seat.not_now");
    }

    @RepeatedTest(5)
    void twoWhoCheckOutAtOnceFinishTheOrderOnce() {
        var service = service(2);
        var leader = service.leader();
        var member = service.member();
        var leaders = seat(leader);
        var members = seat(member);
        clock.at(ten, () -> {
            attendance.confirm(village.clerk, leaders, Reason.NO_CODE).orThrow();
            attendance.confirm(leader, members, Reason.NO_CODE).orThrow();
        });

        var outcomes = AtOnce.<Attended>all(List.of(
                () -> clock.at(minute(60), () -> attendance.checkOut(leader, leaders)),
                () -> clock.at(minute(60), () -> attendance.checkOut(member, members))));

        assertThat(AtOnce.done(outcomes)).hasSize(2);
        assertThat(state(service.order())).isEqualTo(State.SERVED);
    }

    @Test
    void anOrderThatWasNotSolvedIsServedAgainByTheSamePeople() {
        var service = service(1);
        var leader = service.leader();
        clock.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seat(leader), Reason.NO_CODE)
                        .orThrow());
        clock.at(minute(40), () -> attendance.checkOut(leader, seat(leader)).orThrow());
        var order = service.order();
        clock.at(
                minute(50),
                () -> village.the(Orders.class)
                        .rate(village.requester, order, village.version(order), Village.notSolved())
                        .orThrow());

        assertThat(state(order)).isEqualTo(State.SUBMITTED);
        village.the(Review.class)
                .approve(village.clerk, order, village.version(order), null)
                .orThrow();
        var again = village.slot(order, ten.plus(Duration.ofHours(5)));
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        again,
                        List.of(new Invitee.ToVolunteer(leader.person())))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whoServedBeforeReadsNothingMoreWhenSomebodyElseServesAnew() {
        var zhao = village.volunteer("Zhao");
        var notSolved = inPerson(zhao);
        var seat = seat(zhao);
        clock.at(
                ten,
                () -> attendance.confirm(village.clerk, seat, Reason.NO_CODE).orThrow());
        clock.at(minute(40), () -> attendance.checkOut(zhao, seat).orThrow());
        clock.at(
                minute(50),
                () -> village.the(Orders.class)
                        .rate(village.requester, notSolved, village.version(notSolved), Village.notSolved())
                        .orThrow());
        village.the(Review.class)
                .approve(village.clerk, notSolved, village.version(notSolved), null)
                .orThrow();
        servedAnewWithout(zhao, notSolved);

        var qian = village.volunteer("Qian");
        var brokenOff = inPerson(qian);
        clock.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seat(qian), Reason.NO_CODE)
                        .orThrow());
        clock.at(
                minute(10),
                () -> attendance
                        .breakOff(village.clerk, brokenOff, Reason.NOT_SAFE)
                        .orThrow());
        servedAnewWithout(qian, brokenOff);
    }

    private void servedAnewWithout(Actor before, OrderId order) {
        var book = village.the(OrderBook.class);
        var next = village.volunteer("Feng");
        accepted(next, order, ten.plus(Duration.ofHours(5)));
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(book.contact(next, order, null)).isInstanceOf(Outcome.Done.class);
        assertThat(book.find(before, order)).isEmpty();
        assertThat(book.contact(before, order, null)).isEqualTo(Outcome.refused("order.not_found"));
    }

    @Test
    void theClockMissesWhoNeverCameAndEndsOrReturnsTheOrder() {
        var overruns = village.the(Overruns.class);
        var nobodyCame = service(1);
        var half = service(2);
        var stays = service(2);
        clock.at(ten, () -> {
            attendance
                    .confirm(village.clerk, seat(half.leader()), Reason.NO_CODE)
                    .orThrow();
            attendance
                    .confirm(village.clerk, seat(stays.leader()), Reason.NO_CODE)
                    .orThrow();
        });
        clock.at(
                minute(50),
                () -> attendance.checkOut(half.leader(), seat(half.leader())).orThrow());

        clock.at(minute(179), () -> overruns.settle(village.county));
        assertThat(state(nobodyCame.order())).isEqualTo(State.ACCEPTED);
        assertThat(state(half.order())).isEqualTo(State.IN_SERVICE);

        clock.at(minute(181), () -> overruns.settle(village.county));
        assertThat(state(nobodyCame.order())).isEqualTo(State.APPROVED);
        assertThat(state(half.order())).isEqualTo(State.SERVED);
        assertThat(state(stays.order())).isEqualTo(State.IN_SERVICE);
    }

    @Test
    void nobodyVouchesForThemselves() {
        var service = service(1);
        var leader = service.leader();
        var seat = seat(leader);
        clock.at(ten, () -> {
            assertThat(attendance.confirm(leader, seat, Reason.NO_CODE))
                    .isEqualTo(Outcome.refused("attendance.not_yourself"));
            attendance.confirm(village.clerk, seat, Reason.NO_CODE).orThrow();
        });
        assertThat(clock.at(minute(90), () -> attendance.settle(leader, seat, minute(60), Reason.FORGOTTEN)))
                .isEqualTo(Outcome.refused("attendance.not_yourself"));
    }

    @Test
    void minutesEndWithTheOverrunWhoeverEndsThem() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var settled = inPerson(zhao);
        var left = seatOf(settled);
        var brokenOff = inPerson(qian);
        var forgotten = seatOf(brokenOff);
        clock.at(ten, () -> {
            attendance.confirm(village.clerk, left, Reason.NO_CODE).orThrow();
            attendance.confirm(village.clerk, forgotten, Reason.NO_CODE).orThrow();
        });
        clock.at(minute(24 * 60), () -> {
            assertThat(attendance.settle(village.clerk, left, minute(181), Reason.FORGOTTEN))
                    .isEqualTo(Outcome.refused("attendance.too_long"));
            attendance
                    .settle(village.clerk, left, minute(180), Reason.FORGOTTEN)
                    .orThrow();
            attendance.breakOff(village.clerk, brokenOff, Reason.NOT_SAFE).orThrow();
        });
        assertThat(attendance.of(zhao, List.of(left, forgotten)))
                .extracting(Presence::minutes)
                .containsExactly(180);
        assertThat(attendance.of(qian, List.of(left, forgotten)))
                .extracting(Presence::minutes)
                .containsExactly(180);
    }

    @Test
    void whoTakesTheLeadSeesTheTeamsOrdersAndWhoLedNoLongerDoes() {
        var leader = village.volunteer("Sun");
        var member = village.volunteer("Zhao");
        var team = village.team(leader, member);
        var order = village.approved(village.project(2, 60), ten);
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, ten),
                        List.of(new Invitee.ToTeam(team)))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        var book = village.the(OrderBook.class);

        village.the(Teams.class).lead(village.clerk, team, member.person()).orThrow();

        assertThat(book.find(member, order)).isPresent();
        assertThat(book.find(leader, order)).isEmpty();
    }

    @Test
    void theRollOfAnOfferIsForWhoAnswersForIt() {
        var mine = village.the(MyService.class);
        var service = service(2);
        var offer = mine.toLead(service.leader()).getFirst().id();
        assertThat(mine.roll(service.leader(), offer)).hasSize(2);
        assertThat(mine.roll(stranger(), offer)).isEmpty();
        assertThat(mine.roll(village.volunteer("Qian"), offer)).isEmpty();
        assertThat(attendance.of(village.volunteer("Feng"), List.of(seat(service.leader()))))
                .isEmpty();
    }

    private SeatId seatOf(OrderId order) {
        return village.the(Rolls.class).of(village.clerk, order).orElseThrow().seats().stream()
                .map(seat -> seat.facts().id())
                .findFirst()
                .orElseThrow();
    }

    private record Served(OrderId order, Actor leader, Actor member) {}

    /** An hour at ten, agreed, with the leader and, for two, a member. */
    private Served service(int headcount) {
        var leader = village.volunteer("Sun");
        var member = village.volunteer("Zhao");
        var order = village.approved(village.project(headcount, 60), ten);
        var team = new Invitee.ToTeam(village.team(leader, member));
        var slot = village.slot(order, ten);
        var offer = village.the(Offers.class)
                .make(village.clerk, order, village.version(order), slot, List.of(team))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        var people = headcount == 1 ? Set.of(leader.person()) : Set.of(leader.person(), member.person());
        seats.put(leader, offer, people).orThrow();
        return new Served(order, leader, member);
    }

    private String code(Served service) {
        return village.the(CheckInCode.class).of(village.county, service.order(), village.slot(service.order(), ten));
    }

    private SeatId seat(Actor volunteer) {
        return village.the(MyService.class).seats(volunteer).stream()
                .map(SeatLine::seat)
                .findFirst()
                .orElseThrow();
    }

    private Instant minute(int minute) {
        return ten.plus(Duration.ofMinutes(minute));
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }
}
