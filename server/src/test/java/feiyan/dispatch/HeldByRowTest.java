package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import feiyan.attendance.Attendance;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order is held by the offer or the seat that somebody names: only by their own, and judged by what is then. */
@FeiyanTest(properties = "feiyan.jobs=false")
class HeldByRowTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Seats seats;

    @Autowired
    private SeatRows rows;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Village village;
    private Instant wednesday;
    private Actor zhao;
    private Actor qian;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        zhao = village.volunteer("Zhao Min");
        qian = village.volunteer("Qian Jin");
    }

    @Test
    void whomItIsNoBusinessOfDoesNotEvenWaitForIt() {
        var order = order();
        var leader = village.volunteer("Sun Lei");
        var asked = ask(order, new Invitee.ToVolunteer(zhao.person()), new Invitee.ToTeam(village.team(leader, qian)));
        whileHeld(order, () -> {
            assertThat(refusal(() -> answers.accept(qian, asked.getFirst()))).isEqualTo("offer.not_yours");
            assertThat(refusal(() -> answers.decline(qian, asked.getLast(), null)))
                    .isEqualTo("offer.not_yours");
        });
        answers.accept(zhao, asked.getFirst()).orThrow();
        var seat = seat(order);
        whileHeld(order, () -> {
            assertThat(refusal(() -> attendance.checkIn(qian, seat, "000000"))).isEqualTo("seat.not_yours");
            assertThat(refusal(() -> attendance.checkOut(qian, seat))).isEqualTo("seat.not_yours");
        });
    }

    @Test
    void aLeaderHoldsItByTheTeamsOffer() {
        var leader = village.volunteer("Sun Lei");
        var asked = ask(order(), new Invitee.ToTeam(village.team(leader, qian)));
        answers.decline(leader, asked.getFirst(), null).orThrow();
    }

    @Test
    void whoWaitedIsToldWhatBecameOfTheOfferMeanwhile() {
        var order = order();
        var offer = ask(order, new Invitee.ToVolunteer(zhao.person())).getFirst();
        assertThat(afterWaiting(order, () -> answers.accept(zhao, offer), () -> offers.withdraw(village.clerk, offer)))
                .isEqualTo("offer.order_ended");
    }

    @Test
    void whoWaitedAtTheDoorIsToldWhatBecameOfTheSeatMeanwhile() {
        var order = order();
        answers.accept(zhao, ask(order, new Invitee.ToVolunteer(zhao.person())).getFirst())
                .orThrow();
        var seat = seat(order);
        assertThat(afterWaiting(order, () -> attendance.checkOut(zhao, seat), () -> seats.giveBack(zhao, seat, "ill")))
                .isEqualTo("seat.not_now");
    }

    @Test
    void whoWaitedToAskGoesByTheStepThatCameMeanwhile() {
        var order = order();
        answers.accept(zhao, ask(order, new Invitee.ToVolunteer(zhao.person())).getFirst())
                .orThrow();
        var seat = seat(order);
        int seen = village.version(order) + 1;
        var approved = due(order);
        var given = new ArrayList<Instant>();
        var answer = outcomeAfterWaiting(
                order,
                () -> nextMorning(() -> offers.make(
                        village.clerk,
                        order,
                        seen,
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToVolunteer(qian.person())))),
                () -> nextMorning(() -> seats.giveBack(zhao, seat, "ill").map(back -> given.add(due(order)))));
        assertThat(answer).isInstanceOf(Outcome.Done.class);
        assertThat(given).doesNotContain(approved).containsExactly(due(order));
    }

    private <T> T nextMorning(Supplier<T> act) {
        return clock.at(wednesday.minus(Duration.ofHours(1)), act);
    }

    private Instant due(OrderId order) {
        return jdbc.sql("select due_at from service_order where county_id = :county and id = :id")
                .param("county", village.county.value())
                .param("id", order.value())
                .query((row, number) -> DbTime.read(row, "due_at"))
                .single();
    }

    private String afterWaiting(OrderId order, Supplier<Outcome<?>> waits, Supplier<Outcome<?>> meanwhile) {
        return code(outcomeAfterWaiting(order, waits, meanwhile));
    }

    private Outcome<?> outcomeAfterWaiting(OrderId order, Supplier<Outcome<?>> waits, Supplier<Outcome<?>> meanwhile) {
        var answer = new ArrayList<CompletableFuture<Outcome<?>>>();
        whileHeld(order, () -> {
            answer.add(CompletableFuture.supplyAsync(waits));
            await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForThis);
            meanwhile.get().orThrow();
        });
        return answer.getFirst().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private boolean somebodyWaitsForThis() {
        return jdbc.sql("""
                select exists (
                  select from pg_locks l where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid)))
                """).query(Boolean.class).single();
    }

    private void whileHeld(OrderId order, Runnable meanwhile) {
        transactions
                .write(() -> {
                    assertThat(sheets.hold(village.county, order)).isPresent();
                    meanwhile.run();
                    return Outcome.done(order);
                })
                .orThrow();
    }

    /** On a connection of its own, and within a time in which nobody waits for a lock. */
    private static String refusal(Supplier<Outcome<?>> attempt) {
        return code(CompletableFuture.supplyAsync(attempt)
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
    }

    private static String code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }

    private OrderId order() {
        return village.approved(village.project(1, 60), wednesday);
    }

    private List<OfferId> ask(OrderId order, Invitee... invitees) {
        return offers.make(
                        village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(invitees))
                .orThrow();
    }

    private SeatId seat(OrderId order) {
        return rows.live(village.county, order).getFirst().facts().id();
    }
}
