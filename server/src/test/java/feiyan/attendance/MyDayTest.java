package feiyan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.menu.ProjectId;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a volunteer's day says of each seat, hour by hour, and what is left of it afterwards. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class MyDayTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MyDay days;

    @Autowired
    private MyServices services;

    @Autowired
    private Attendance attendance;

    @Autowired
    private JdbcClient db;

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
    void aSeatSaysWhatThereIsToDoAtEachHour() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(village.project(1, 60), ten, zhao);

        var yesterday = clock.at(ten.minus(Duration.ofDays(1)), () -> days.of(zhao));
        assertThat(yesterday.today()).isEmpty();
        assertThat(yesterday.toCome().getFirst().stage()).isEqualTo(DayStage.TOO_EARLY);
        assertThat(yesterday.toCome().getFirst().opens()).isEqualTo(ten.minus(Duration.ofHours(1)));
        assertThat(stage(zhao, minute(-61))).isEqualTo(DayStage.TOO_EARLY);
        assertThat(stage(zhao, minute(-60))).isEqualTo(DayStage.CHECK_IN);
        assertThat(stage(zhao, minute(61))).isEqualTo(DayStage.TIME_IS_OVER);
        checkIn(zhao, order, minute(2));
        assertThat(stage(zhao, minute(45))).isEqualTo(DayStage.THERE);
        assertThat(clock.at(minute(45), () -> days.of(zhao)).today().getFirst().minutes())
                .isEqualTo(43);
        assertThat(stage(zhao, minute(60 + 121))).isEqualTo(DayStage.FORGOTTEN);
        clock.at(minute(60), () -> attendance.checkOut(zhao, seat(zhao)).orThrow());
        var after = clock.at(minute(61), () -> days.of(zhao));
        assertThat(after.today()).isEmpty();
        assertThat(after.over().getFirst().minutes()).isEqualTo(58);
    }

    @Test
    void whoSaidYesWhileOthersAreAskedWaits() {
        var zhao = village.volunteer("Zhao Min");
        var order = village.approved(village.project(2, 60), ten);
        var asked = ask(order, ten, zhao, village.volunteer("Qian Jin"));
        village.the(Answers.class).accept(zhao, asked.getFirst()).orThrow();
        assertThat(stage(zhao, minute(-30))).isEqualTo(DayStage.NOT_AGREED);
        assertThat(clock.at(ten, () -> days.of(zhao).atTheDoor())).isEmpty();
    }

    @Test
    void onlyWhoGoesLearnsWhoComesAlong() {
        var zhao = village.volunteer("Zhao Min");
        var qian = village.volunteer("Qian Jin");
        var order = village.approved(village.project(2, 60), ten);
        var asked = ask(order, ten, zhao, qian);
        village.the(Answers.class).accept(zhao, asked.get(0)).orThrow();
        assertThat(days.of(zhao).toCome().getFirst().companions()).isEmpty();
        village.the(Answers.class).accept(qian, asked.get(1)).orThrow();

        assertThat(days.of(zhao).toCome().getFirst().companions()).containsExactly(qian.person());
        assertThat(days.of(qian).toCome().getFirst().companions()).containsExactly(zhao.person());
        checkIn(zhao, order, ten);
        var seat = seat(zhao);
        clock.at(minute(50), () -> attendance.checkOut(zhao, seat).orThrow());
        assertThat(clock.at(minute(51), () -> days.of(zhao)).over().getFirst().companions())
                .isEmpty();
    }

    @Test
    void aScannedCodeIsWrittenDownAsSuchAndAWrongOneLeavesFourTries() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(village.project(1, 60), ten, zhao);
        var seat = seat(zhao);
        assertThat(clock.at(ten, () -> days.of(zhao).atTheDoor())).hasSize(1);
        var wrong = clock.at(ten, () -> attendance.checkIn(zhao, seat, new DoorCode("nonsense", true)));
        assertThat(wrong).isEqualTo(Outcome.refused("attendance.wrong_code"));
        assertThat(clock.at(ten, () -> days.triesLeft(zhao, seat))).isEqualTo(4);
        clock.at(
                ten,
                () -> attendance
                        .checkIn(zhao, seat, new DoorCode(code(order), true))
                        .orThrow());
        assertThat(db.sql("select in_how from attendance where county_id = :county and seat_id = :seat")
                        .param("county", village.county.value())
                        .param("seat", seat.value())
                        .query(String.class)
                        .single())
                .isEqualTo("QR");
    }

    @Test
    void whatWasDoneIsPagedWithoutAGapAndSummedByMonth() {
        var zhao = village.volunteer("Zhao Min", Village.ALWAYS, 3600);
        for (int day = 0; day < 23; day++) {
            served(zhao, ten.plus(Duration.ofDays(day)));
        }
        var later = ten.plus(Duration.ofDays(40));
        var first = clock.at(later, () -> services.past(zhao, null));
        var second = clock.at(later, () -> services.past(zhao, first.next()));

        assertThat(first.services()).hasSize(20);
        assertThat(second.services()).hasSize(3);
        assertThat(second.next()).isNull();
        var all = Stream.concat(first.services().stream(), second.services().stream())
                .toList();
        assertThat(new HashSet<>(
                        all.stream().map(past -> past.presence().seat()).toList()))
                .hasSize(23);
        assertThat(all)
                .isSortedAccordingTo(
                        (a, b) -> b.presence().in().compareTo(a.presence().in()));
        assertThat(services.past(village.volunteer("Qian Jin"), null).services())
                .isEmpty();
        var month = clock.at(ten.plus(Duration.ofDays(22)).plus(Duration.ofHours(2)), () -> services.month(zhao));
        var since = month.since();
        long inMonth = all.stream()
                .filter(past -> !past.presence()
                        .in()
                        .isBefore(since.atStartOfDay(feiyan.calendar.WorkingTime.ZONE)
                                .toInstant()))
                .count();
        assertThat(since.getDayOfMonth()).isEqualTo(1);
        assertThat(month.services()).isEqualTo((int) inMonth).isPositive();
        assertThat(month.minutes()).isEqualTo((int) inMonth * 30);
    }

    /** Corrected by as much as a patient county allows: the latest back among the others, the first forward. */
    @Test
    void whatWasPutRightStandsWhereItIsNow() {
        var zhao = village.volunteer("Zhao Ping", Village.ALWAYS, 3600);
        for (int number = 0; number < 24; number++) {
            served(zhao, ten.plus(Duration.ofDays(3L * number)));
        }
        var later = ten.plus(Duration.ofDays(200));
        var before = pages(zhao, later);
        putRight(before.getFirst(), "-30 days");
        putRight(before.getLast(), "30 days");
        var after = pages(zhao, later);
        assertThat(after.stream().map(MyDayTest::seat).toList())
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(MyDayTest::seat).toList());
        assertThat(after.stream().map(past -> past.presence().in()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        var forward = after.stream()
                .filter(past -> seat(past).equals(seat(before.getLast())))
                .findFirst()
                .orElseThrow();
        var month = clock.at(forward.presence().in().plus(Duration.ofHours(5)), () -> services.month(zhao));
        var since = month.since().atStartOfDay(feiyan.calendar.WorkingTime.ZONE).toInstant();
        assertThat(month.services()).isEqualTo((int) after.stream()
                .filter(past -> !past.presence().in().isBefore(since))
                .count());
    }

    private List<MyServices.Past> pages(Actor volunteer, Instant at) {
        var first = clock.at(at, () -> services.past(volunteer, null));
        var second = clock.at(at, () -> services.past(volunteer, first.next()));
        return Stream.concat(first.services().stream(), second.services().stream())
                .toList();
    }

    private void putRight(MyServices.Past past, String by) {
        db.sql("""
                insert into attendance_correction (county_id, seat_id, number, old_in, old_out, new_in, new_out, reason,
                  corrected_by, at)
                select county_id, seat_id, 1, in_at, out_at, in_at + :by::interval, out_at + :by::interval,
                  'wrong_time', :leader, out_at
                from attendance where county_id = :county and seat_id = :seat
                """)
                .param("county", village.county.value())
                .param("seat", seat(past).value())
                .param("by", by)
                .param("leader", village.clerk.person().value())
                .update();
    }

    /** Between the earliest and the latest that a service's beginning may have been noted at, and put right to. */
    @Test
    void noCountyLetsAServiceBeMovedFurtherThanItsPagesLook() {
        var longest = Duration.ofDays(1);
        var most = Objects.requireNonNull(Policy.EARLY_CHECK_IN.most())
                .plus(longest)
                .plus(Objects.requireNonNull(Policy.OVERRUN.most()));
        assertThat(MyServices.MOST_MOVED).isGreaterThan(most);
    }

    private static SeatId seat(MyServices.Past past) {
        return past.presence().seat();
    }

    private void served(Actor volunteer, Instant from) {
        var order = agreed(village.project(1, 40), from, volunteer);
        var seat = days.of(volunteer).toCome().stream()
                .filter(one -> one.seat().order().id().equals(order))
                .findFirst()
                .orElseThrow()
                .seat()
                .seat();
        clock.at(from, () -> attendance.checkIn(volunteer, seat, code(order)).orThrow());
        clock.at(
                from.plus(Duration.ofMinutes(30)),
                () -> attendance.checkOut(volunteer, seat).orThrow());
    }

    private void checkIn(Actor volunteer, OrderId order, Instant at) {
        var seat = seat(volunteer);
        clock.at(at, () -> attendance.checkIn(volunteer, seat, code(order)).orThrow());
    }

    private DayStage stage(Actor volunteer, Instant at) {
        var day = clock.at(at, () -> days.of(volunteer));
        return Stream.concat(day.today().stream(), day.toCome().stream())
                .findFirst()
                .orElseThrow()
                .stage();
    }

    private SeatId seat(Actor volunteer) {
        var day = days.of(volunteer);
        return Stream.concat(day.today().stream(), day.toCome().stream())
                .findFirst()
                .orElseThrow()
                .seat()
                .seat();
    }

    private String code(OrderId order) {
        var view = village.the(OrderBook.class).find(village.requester, order).orElseThrow();
        return java.util.Objects.requireNonNull(village.the(CheckInCode.class).forRequester(village.county, view));
    }

    private OrderId agreed(ProjectId project, Instant from, Actor volunteer) {
        var order = village.approved(project, from);
        var offer = ask(order, from, volunteer).getFirst();
        village.the(Answers.class).accept(volunteer, offer).orThrow();
        return order;
    }

    private List<OfferId> ask(OrderId order, Instant from, Actor... people) {
        var invitees = new ArrayList<Invitee>();
        Arrays.stream(people).forEach(person -> invitees.add(new Invitee.ToVolunteer(person.person())));
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, from), invitees)
                .orThrow();
    }

    private Instant minute(int minute) {
        return ten.plus(Duration.ofMinutes(minute));
    }
}
