package feiyan.attendance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After the service: moments put right with a name, and what it was like. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class CorrectionsTest {

    private static final String CANARY = "canary-summary";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Summaries summaries;

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

    private record Served(OrderId order, OfferId offer, Actor leader, Actor member, SeatId seat) {}

    @Test
    void minutesFollowFromTheMomentsPutRightAndTheOldOnesStay() {
        var service = served(village.project(2, 60));
        var right = clock.at(
                minute(90),
                () -> corrections.correct(
                        service.leader(), service.seat(), 0, minute(5), minute(45), Reason.WRONG_TIME));
        assertThat(right).isInstanceOf(Outcome.Done.class);

        var now = attendance.of(service.member(), List.of(service.seat())).getFirst();
        assertThat(now.minutes()).isEqualTo(40);
        assertThat(now.corrections()).isEqualTo(1);
        var kept = corrections.of(village.clerk, service.seat()).getFirst();
        assertThat(kept.oldMinutes()).isEqualTo(60);
        assertThat(kept.by()).isEqualTo(service.leader().person());
        assertThat(kept.reason()).isEqualTo(Reason.WRONG_TIME);
        assertThat(corrections.of(village.volunteer("Wu"), service.seat())).isEmpty();
    }

    @Test
    void nobodyPutsRightTheirOwnOrWhatCannotHaveBeen() {
        var service = served(village.project(2, 60));
        clock.at(minute(200), () -> {
            assertThat(tried(service.member(), service, 0, 45)).isEqualTo("seat.not_yours");
            assertThat(tried(village.volunteer("Wu"), service, 0, 45)).isEqualTo("seat.not_yours");
            assertThat(tried(village.clerk, service, 0, -1)).isEqualTo("attendance.not_between");
            assertThat(tried(village.clerk, service, 0, 201)).isEqualTo("attendance.not_between");
            assertThat(tried(village.clerk, service, 0, 190)).isEqualTo("attendance.too_long");
        });
        var own =
                village.the(MyService.class).seats(service.leader()).getFirst().seat();
        assertThat(clock.at(
                        minute(90),
                        () -> corrections.correct(service.leader(), own, 0, ten, minute(30), Reason.WRONG_TIME)))
                .isEqualTo(Outcome.refused("attendance.not_yourself"));
    }

    @Test
    void ofTwoWhoPutItRightAtOnceOneDoesAndTheOtherReadsItFirst() {
        var service = served(village.project(2, 60));
        Supplier<Outcome<SeatId>> leader = () -> right(service.leader(), service, 40);
        Supplier<Outcome<SeatId>> clerk = () -> right(village.clerk, service, 50);

        var outcomes = AtOnce.all(List.of(leader, clerk));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("attendance.corrected_already");
        assertThat(corrections.of(village.clerk, service.seat())).hasSize(1);
    }

    @Test
    void theLeaderTellsWhatItWasLikeOnceAndIsRemindedUntilThen() {
        var service = served(village.project(2, 60));
        var leader = service.leader();
        clock.at(
                minute(90),
                () -> assertThat(summaries.missing(leader))
                        .extracting(offer -> offer.id())
                        .contains(service.offer()));
        assertThat(summaries.write(service.member(), service.offer(), "words", null))
                .isEqualTo(Outcome.refused("summary.not_now"));
        assertThat(summaries.write(leader, service.offer(), " ", null))
                .isEqualTo(Outcome.refused("summary.words", Summaries.LONGEST));

        Supplier<Outcome<OfferId>> tell = () -> summaries.write(leader, service.offer(), CANARY, "Bring a cape");
        assertThat(AtOnce.refusals(AtOnce.all(List.of(tell, tell)))).containsExactly("summary.written_already");

        assertThat(clock.at(minute(90), () -> summaries.missing(leader)))
                .extracting(offer -> offer.id())
                .doesNotContain(service.offer());
        assertThat(read(village.clerk, service)).containsExactly(CANARY);
        assertThat(read(service.member(), service)).containsExactly(CANARY);
        assertThat(read(village.requester, service)).isEmpty();
        assertThat(sealed(service)).isTrue();
    }

    @Test
    void whatAConfidentialServiceWasLikeStaysWithTheUnitThatHandlesIt() {
        var service = served(village.confidentialProject());
        summaries.write(service.leader(), service.offer(), CANARY, null).orThrow();
        var center = village.staff("Zhou", village.center, Role.DISPATCHER);
        assertThat(read(village.clerk, service)).containsExactly(CANARY);
        assertThat(read(center, service)).isEmpty();
    }

    private List<String> read(Actor reader, Served service) {
        return village.the(OrderBook.class).find(reader, service.order()).stream()
                .flatMap(order -> summaries.of(reader, order).stream())
                .map(Summary::words)
                .toList();
    }

    private boolean sealed(Served service) {
        var words = db.sql("select words from service_summary where county_id = :county and offer_id = :offer")
                .param("county", village.county.value())
                .param("offer", service.offer().value())
                .query(byte[].class)
                .single();
        return !new String(words, UTF_8).contains(CANARY);
    }

    private String tried(Actor who, Served service, int seen, int until) {
        var outcome = corrections.correct(who, service.seat(), seen, ten, minute(until), Reason.WRONG_TIME);
        return outcome instanceof Outcome.Refused<SeatId>(var why) ? why.code() : "done";
    }

    private Outcome<SeatId> right(Actor who, Served service, int until) {
        return clock.at(
                minute(90), () -> corrections.correct(who, service.seat(), 0, ten, minute(until), Reason.FORGOTTEN));
    }

    /** An hour from ten; all who went came and left on time. The seat is the member's, or the leader's who is alone. */
    private Served served(ProjectId project) {
        var leader = village.volunteer("Sun");
        var member = village.volunteer("Zhao");
        var order = village.approved(project, ten);
        var slot = village.slot(order, ten);
        var team = new Invitee.ToTeam(village.team(leader, member));
        var offer = village.the(Offers.class)
                .make(village.clerk, order, village.version(order), slot, List.of(team))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        var alone = village.the(ServiceSheets.class)
                        .find(village.county, order)
                        .orElseThrow()
                        .headcount()
                == 1;
        var going = alone ? List.of(member) : List.of(member, leader);
        village.the(Seats.class)
                .put(leader, offer, going.stream().map(Actor::person).collect(Collectors.toSet()))
                .orThrow();
        going.forEach(person -> clock.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seat(person), Reason.NO_CODE)
                        .orThrow()));
        going.forEach(person -> clock.at(
                minute(60), () -> attendance.checkOut(person, seat(person)).orThrow()));
        return new Served(order, offer, leader, member, seat(member));
    }

    private SeatId seat(Actor volunteer) {
        return village.the(MyService.class).seats(volunteer).getFirst().seat();
    }

    private Instant minute(int minute) {
        return ten.plusSeconds(minute * 60L);
    }
}
