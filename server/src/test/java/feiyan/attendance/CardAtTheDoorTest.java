package feiyan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.SeatState;
import feiyan.orders.HouseholdCards;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A household without a telephone: the digits stand on the card at its door. */
@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardAtTheDoorTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Attendance attendance;

    @Autowired
    private HouseholdCards cards;

    private Village village;
    private Actor volunteer;
    private SeatId seat;
    private Instant ten;
    private int card;

    @BeforeAll
    void aHomeWithoutATelephone() {
        village = Village.in(house);
        village.the(Homes.class).settle(village.county, village.requester.person(), village.station);
        ten = Village.wednesday(clock.instant());
    }

    @BeforeEach
    void aServiceThereAndANewCard() {
        ten = ten.plus(Duration.ofDays(7));
        volunteer = village.volunteer("Sun");
        seat = seat();
        cards.issue(village.clerk, village.requester.person(), card++).orThrow();
    }

    @Test
    void theCardLetsTheVolunteerIn() {
        assertThat(clock.at(ten, () -> attendance.checkIn(volunteer, seat, digits())))
                .isEqualTo(Outcome.done(seat));
    }

    @Test
    void whoComesAndGoesIsToldHowTheirSeatStandsAsWhoeverLooksAgainIs() {
        var come = clock.at(ten, () -> attendance.checkIn(volunteer, seat, new DoorCode(digits(), true)))
                .orThrow();
        assertThat(come).isEqualTo(new Attended(seat, SeatState.PRESENT, presence()));
        assertThat(come.presence().out()).isNull();
        var gone = clock.at(ten.plus(Duration.ofMinutes(42)), () -> attendance.checkOut(volunteer, seat))
                .orThrow();
        assertThat(gone).isEqualTo(new Attended(seat, SeatState.SERVED, presence()));
        assertThat(gone.presence().minutes()).isEqualTo(42);
    }

    private Presence presence() {
        return attendance.of(volunteer, List.of(seat)).getFirst();
    }

    @Test
    void aReplacedCardDoesNot() {
        var old = digits();
        cards.issue(village.clerk, village.requester.person(), card++).orThrow();
        assertThat(clock.at(ten, () -> attendance.checkIn(volunteer, seat, old)))
                .isEqualTo(Outcome.refused("attendance.wrong_code"));
    }

    @Test
    void afterFiveWrongOnesTheCardHasToWaitToo() {
        var right = digits();
        for (int guess = 0; guess < 5; guess++) {
            clock.at(ten, () -> attendance.checkIn(volunteer, seat, "no code"));
        }
        assertThat(clock.at(ten, () -> attendance.checkIn(volunteer, seat, right)))
                .isEqualTo(Outcome.refused("attendance.wait"));
        var later = ten.plus(Duration.ofMinutes(16));
        assertThat(clock.at(later, () -> attendance.checkIn(volunteer, seat, right)))
                .isEqualTo(Outcome.done(seat));
    }

    private String digits() {
        return cards.print(village.clerk, village.requester.person()).orThrow();
    }

    private SeatId seat() {
        var order = village.approved(village.project(1, 60), ten);
        var asked = List.<Invitee>of(new Invitee.ToVolunteer(volunteer.person()));
        var offer = village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, ten), asked)
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(volunteer, offer).orThrow();
        return village.the(MyService.class).seats(volunteer).stream()
                .map(SeatLine::seat)
                .findFirst()
                .orElseThrow();
    }
}
