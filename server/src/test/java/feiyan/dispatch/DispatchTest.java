package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Sight;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.TeamId;
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

/** Offers go out, seats are taken, given back, and end with their order. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DispatchTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private Seats seats;

    @Autowired
    private OfferExpiry expiry;

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
    void whoIsAskedInPersonTakesTheOnlySeatAndTheTimeIsAgreed() {
        var barber = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 40), wednesday);
        var offer = offer(order, barber);

        answers.accept(barber, offer).orThrow();

        var sheet = sheets.find(village.county, order).orElseThrow();
        assertThat(sheet.state()).isEqualTo(State.ACCEPTED);
        assertThat(sheet.agreed()).isEqualTo(village.slot(order, wednesday));
    }

    @Test
    void theAddressIsForSeatHoldersFromTheMomentTheTimeIsAgreed() {
        var barber = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 40), wednesday);
        var offer = offer(order, barber);
        var book = village.the(OrderBook.class);
        assertThat(book.find(barber, order).orElseThrow().address()).isEqualTo(Sight.NOTHING);

        answers.accept(barber, offer).orThrow();

        assertThat(book.find(barber, order).orElseThrow().address()).isEqualTo(Sight.AUDITED);
        assertThat(book.contact(barber, order, null).orThrow().address()).contains("well");
        assertThat(book.find(village.volunteer("Qian"), order)).isEmpty();
    }

    @Test
    void nobodyIsLeftToAnswerSoItGoesBackToTheDispatcher() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = village.approved(village.project(1, 40), wednesday);
        var first = offer(order, zhao);
        var second = offer(order, qian);

        answers.decline(zhao, first, null).orThrow();
        assertThat(state(order)).isEqualTo(State.OFFERED);
        answers.decline(qian, second, "no_time").orThrow();

        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void anOfferWithoutAnAnswerExpires() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 40), wednesday);
        var offer = offer(order, zhao);

        expiry.expire(village.county, clock.instant());
        assertThat(state(order)).isEqualTo(State.OFFERED);
        clock.at(wednesday, () -> {
            assertThat(answers.accept(zhao, offer)).isEqualTo(Outcome.refused("offer.too_late"));
            assertThat(expiry.expire(village.county, wednesday)).isPositive();
        });

        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(answers.accept(zhao, offer)).isEqualTo(Outcome.refused("offer.not_now", "EXPIRED"));
    }

    @Test
    void aTeamTakesTheOrderAndItsLeaderFillsTheSeats() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var team = village.team(leader, zhao);
        var stranger = village.volunteer("Qian");
        var order = village.approved(village.project(2, 60), wednesday);
        var offer = offer(order, team);

        assertThat(answers.accept(zhao, offer)).isEqualTo(Outcome.refused("offer.not_yours"));
        answers.accept(leader, offer).orThrow();
        assertThat(state(order)).isEqualTo(State.OFFERED);
        assertThat(seats.put(leader, offer, Set.of(stranger.person()))).isEqualTo(Outcome.refused("seat.no_member"));
        seats.put(leader, offer, Set.of(leader.person(), zhao.person())).orThrow();

        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aSeatGivenBackIsFilledAnewWhileTheOthersGo() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var team = village.team(leader, zhao, qian);
        var order = village.approved(village.project(2, 60), wednesday);
        var offer = offer(order, team);
        answers.accept(leader, offer).orThrow();
        seats.put(leader, offer, Set.of(leader.person(), zhao.person())).orThrow();

        seats.giveBack(zhao, seatOf(zhao, order), "ill").orThrow();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        seats.put(leader, offer, Set.of(qian.person())).orThrow();

        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(live(order)).extracting(seat -> seat.facts().place()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void theLastSeatGivenBackBringsTheOrderBackToTheUnit() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 40), wednesday);
        answers.accept(zhao, offer(order, zhao)).orThrow();

        seats.giveBack(zhao, seatOf(zhao, order), null).orThrow();

        assertThat(state(order)).isEqualTo(State.APPROVED);
        answers.accept(zhao, offer(order, zhao)).orThrow();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theUnitGoesAheadWithFewer() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(3, 60), wednesday);
        answers.accept(zhao, offer(order, zhao)).orThrow();
        assertThat(state(order)).isEqualTo(State.OFFERED);

        assertThat(offers.goAhead(zhao, order, village.version(order)))
                .isEqualTo(Outcome.refused("order.not_yours", "confirm"));
        offers.goAhead(village.clerk, order, village.version(order)).orThrow();

        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aCancelledOrderReleasesSeatsAndTheMinutesOfTheWeek() {
        var zhao = village.volunteer("Zhao", Village.ALWAYS, 60);
        var order = village.approved(village.project(1, 60), wednesday);
        answers.accept(zhao, offer(order, zhao)).orThrow();
        var other = village.approved(village.project(1, 50), wednesday.plus(Duration.ofHours(4)));
        assertThat(tryOffer(other, wednesday.plus(Duration.ofHours(4)), zhao))
                .isEqualTo(Outcome.refused("seat.week_full"));

        village.the(Orders.class)
                .cancel(village.requester, order, village.version(order), null)
                .orThrow();

        assertThat(live(order)).isEmpty();
        assertThat(tryOffer(other, wednesday.plus(Duration.ofHours(4)), zhao)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void allWhoComeMoveToTheNewTime() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 60), wednesday);
        answers.accept(zhao, offer(order, zhao)).orThrow();
        var later = village.slot(order, wednesday.plus(Duration.ofMinutes(30)));

        village.the(Reschedules.class)
                .move(village.clerk, order, village.version(order), later)
                .orThrow();

        assertThat(sheets.find(village.county, order).orElseThrow().agreed()).isEqualTo(later);
        assertThat(live(order)).allMatch(seat -> seat.facts().time().equals(later));
    }

    @Test
    void oneOrderHasOneTimeOutsideWhoseWindowNothingIsOffered() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(2, 60), wednesday);
        assertThat(tryOffer(order, wednesday.minus(Duration.ofHours(1)), zhao))
                .isEqualTo(Outcome.refused("offer.outside_window"));
        offer(order, zhao);
        assertThat(tryOffer(order, wednesday.plus(Duration.ofHours(1)), village.volunteer("Qian")))
                .isEqualTo(Outcome.refused("offer.one_time"));
        assertThat(tryOffer(order, wednesday, zhao)).isEqualTo(Outcome.refused("offer.open_already"));
    }

    @Test
    void withoutTheCertificateNobodyIsEvenAsked() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project("BM77", 1, 60, false, false, "barber's certificate"), wednesday);
        assertThat(tryOffer(order, wednesday, zhao)).isEqualTo(Outcome.refused("seat.qualification"));
        var hazardous = village.approved(village.project("BM78", 1, 60, false, true, null), wednesday);
        assertThat(tryOffer(hazardous, wednesday, zhao)).isEqualTo(Outcome.refused("seat.insurance"));
    }

    private OfferId offer(OrderId order, Actor volunteer) {
        return tryOffer(order, wednesday, volunteer).orThrow().getFirst();
    }

    private Outcome<List<OfferId>> tryOffer(OrderId order, Instant from, Actor volunteer) {
        return offers.make(
                village.clerk,
                order,
                village.version(order),
                village.slot(order, from),
                List.of(new Invitee.ToVolunteer(volunteer.person())));
    }

    private OfferId offer(OrderId order, TeamId team) {
        return offers.make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToTeam(team)))
                .orThrow()
                .getFirst();
    }

    private State state(OrderId order) {
        return sheets.find(village.county, order).orElseThrow().state();
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
}
