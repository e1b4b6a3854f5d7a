package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One order that cannot be done holds up nobody: the clock goes on with the others. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class OrderRoundsTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

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
    void offersExpireThoughOneBetweenThemCannot() {
        var asked = List.of(asked(), asked(), asked());
        offerIsOdd(asked.get(1), "expire", "EXPIRED");

        clock.at(
                ten,
                () -> assertThat(village.the(OfferExpiry.class).expire(village.county, ten))
                        .isPositive());

        assertThat(states(asked)).containsExactly(OfferState.EXPIRED, OfferState.OPEN, OfferState.EXPIRED);
    }

    @Test
    void ordersWhoseTimePassedGoBackThoughOneBetweenThemCannot() {
        var asked = List.of(asked(), asked(), asked());
        offerIsOdd(asked.get(1), "withdraw", "WITHDRAWN");

        clock.at(
                ten,
                () -> assertThat(village.the(PassedTimes.class).settle(village.county))
                        .isPositive());

        assertThat(states(asked)).containsExactly(OfferState.WITHDRAWN, OfferState.OPEN, OfferState.WITHDRAWN);
    }

    @Test
    void whoNeverCameIsMissedThoughOneBetweenThemCannotBe() {
        var seats = List.of(agreed(), agreed(), agreed());
        odd("seat_event", "seat_id", seats.get(1).value(), "TAKEN", "miss", "NO_SHOW");

        var over = ten.plus(village.the(Policies.class).of(village.county).get(Policy.OVERRUN))
                .plusSeconds(7200);
        clock.at(
                over,
                () -> assertThat(village.the(Overruns.class).settle(village.county))
                        .isPositive());

        assertThat(seats.stream()
                        .map(seat -> village.the(SeatRows.class)
                                .find(village.county, seat)
                                .orElseThrow()
                                .state()))
                .containsExactly(SeatState.NO_SHOW, SeatState.TAKEN, SeatState.NO_SHOW);
    }

    @Test
    void aCountyInTroubleDoesNotKeepTheOthersWaiting() {
        var seen = new ArrayList<CountyId>();
        village.the(OrderRounds.class).everywhere(county -> {
            seen.add(county);
            throw new IllegalStateException("this county is in trouble");
        });
        assertThat(seen)
                .containsExactlyElementsOf(village.the(Tenants.class).all())
                .contains(village.county);
    }

    private OfferId asked() {
        return ask(village.volunteer("Zhao"));
    }

    private OfferId ask(Actor person) {
        OrderId order = village.approved(village.project(1, 60), ten);
        var invitee = new Invitee.ToVolunteer(person.person());
        return offers.make(village.clerk, order, village.version(order), village.slot(order, ten), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    private SeatId agreed() {
        var zhao = village.volunteer("Zhao");
        answers.accept(zhao, ask(zhao)).orThrow();
        return village.the(MyService.class).seats(zhao).getFirst().seat();
    }

    private List<OfferState> states(List<OfferId> asked) {
        return asked.stream()
                .map(offer -> village.the(OfferRows.class)
                        .find(village.county, offer)
                        .orElseThrow()
                        .state())
                .toList();
    }

    private void offerIsOdd(OfferId offer, String command, String to) {
        odd("offer_event", "offer_id", offer.value(), "OPEN", command, to);
    }

    /** Its next event is there already, though it never moved: the database refuses the move. */
    private void odd(String events, String of, UUID id, String from, String command, String to) {
        db.sql(("insert into %s (county_id, %s, version, from_state, command, to_state, at)"
                                + " values (:county, :id, 2, :from, :command, :to, :at)")
                        .formatted(events, of))
                .param("county", village.county.value())
                .param("id", id)
                .param("from", from)
                .param("command", command)
                .param("to", to)
                .param("at", DbTime.of(clock.instant()))
                .update();
    }
}
