package feiyan.orders;

import static feiyan.orders.FollowersTest.code;
import static feiyan.orders.OrdersWorld.NEED;
import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint goes above, is answered there, goes up once more, and has an end. */
@FeiyanTest
@Import(OrdersWorld.class)
class ComplaintsTest {

    private static final String SAID = "canary-complaint";

    @Autowired
    OrdersWorld world;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintBook reading;

    @Autowired
    Orders orders;

    @Autowired
    Review review;

    @Autowired
    OrderBook book;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void aCounty() {
        cast = world.county();
    }

    @Test
    void goesToTheUnitAboveWhichAnswersWithinFiveWorkingDays() {
        var id = complaint(world.approved(cast, cast.haircut()));
        var seen = reading.find(cast.dispatcher(), id).orElseThrow();
        assertThat(seen.about()).isEqualTo(cast.station());
        assertThat(seen.unit()).isEqualTo(cast.institute());
        assertThat(seen.said().getFirst().words()).isEqualTo(SAID);
        // Tuesday 16 June; the Dragon Boat Festival is on Friday 19, so five working days end on Wednesday 24.
        assertThat(seen.due()).isAfter(Instant.parse("2026-06-22T00:00:00Z")).isBefore("2026-06-25T00:00:00Z");
        assertThat(reading.waiting(cast.dispatcher(), null, null))
                .extracting(Complaint::id)
                .containsExactly(id);
        at(() -> complaints.answer(cast.dispatcher(), id, 1, "We looked into it"));
        assertThat(reading.waiting(cast.dispatcher(), null, null)).isEmpty();
        at(() -> complaints.accept(cast.resident(), id, 2));
        assertThat(state(id)).isEqualTo(ComplaintState.ACCEPTED);
    }

    @Test
    void whoeverIsComplainedAboutNeitherReadsNorAnswersIt() {
        var id = complaint(world.approved(cast, cast.haircut()));
        var both = new Actor(
                cast.county(),
                cast.clerk().person(),
                Set.of(new Post(cast.station(), Role.CLERK), new Post(cast.institute(), Role.CLERK)));
        for (var reader : List.of(cast.clerk(), both, cast.sisterClerk(), cast.stranger(), cast.volunteer())) {
            assertThat(reading.find(reader, id)).isEmpty();
            assertThat(reading.waiting(reader, null, null)).isEmpty();
            assertThat(reading.all(reader, null)).isEmpty();
            assertThat(code(complaints.answer(reader, id, 1, "No"))).isEqualTo("complaint.not_found");
        }
        assertThat(code(complaints.answer(cast.resident(), id, 1, "I answer myself")))
                .isEqualTo("complaint.not_yours");
        assertThat(code(complaints.accept(cast.dispatcher(), id, 1))).isEqualTo("complaint.not_yours");
    }

    @Test
    void goesOneTierFurtherUpOnceAndThereItEnds() {
        var id = complaint(world.approved(cast, cast.haircut()));
        at(() -> complaints.answer(cast.dispatcher(), id, 1, "We looked into it"));
        at(() -> complaints.raise(cast.resident(), id, 2, "You did not"));
        var raised = reading.find(cast.centerDispatcher(), id).orElseThrow();
        assertThat(raised.unit()).isEqualTo(cast.center());
        assertThat(raised.state()).isEqualTo(ComplaintState.RAISED);
        // The institute reads on, and leaves it to the center.
        assertThat(reading.find(cast.dispatcher(), id).orElseThrow().may(ComplaintVerb.ANSWER))
                .isFalse();
        assertThat(code(complaints.answer(cast.dispatcher(), id, 3, "Again"))).isEqualTo("complaint.not_yours");
        at(() -> complaints.answer(cast.centerDispatcher(), id, 3, "It is as they say"));
        assertThat(state(id)).isEqualTo(ComplaintState.CLOSED);
        assertThat(code(complaints.raise(cast.resident(), id, 4, "Still"))).isEqualTo("complaint.not_now");
    }

    @Test
    void aboveTheCenterStandsItsAdministratorAndNobodyAboveThat() {
        var order = world.placed(cast, cast.haircut());
        at(() -> review.escalate(cast.clerk(), order, 1, cast.center(), null));
        var id = complaint(order);
        var administrator =
                new Actor(cast.county(), cast.stranger().person(), Set.of(new Post(cast.center(), Role.ADMINISTRATOR)));
        assertThat(reading.find(cast.centerDispatcher(), id)).isEmpty();
        assertThat(reading.waiting(administrator, null, null)).hasSize(1);
        at(() -> complaints.answer(administrator, id, 1, "We looked into it"));
        assertThat(code(complaints.raise(cast.resident(), id, 2, "Further"))).isEqualTo("complaint.no_higher");
        assertThat(reading.find(cast.resident(), id).orElseThrow().may(ComplaintVerb.RAISE))
                .isFalse();
    }

    @Test
    void anAppealThatIsUpheldBringsTheOrderToTheUnitAbove() {
        var order = refused(cast.haircut());
        var id = complaint(order);
        at(() -> complaints.uphold(cast.dispatcher(), id, 1, "They are right"));
        assertThat(world.state(cast, order)).isEqualTo(State.SUBMITTED);
        assertThat(book.find(cast.dispatcher(), order).orElseThrow().unit()).isEqualTo(cast.institute());
        assertThat(state(id)).isEqualTo(ComplaintState.CLOSED);
    }

    @Test
    void onlyARefusalCanBeTakenUpAndOnlyWithTheComplaint() {
        var id = complaint(world.approved(cast, cast.haircut()));
        assertThat(reading.find(cast.dispatcher(), id).orElseThrow().may(ComplaintVerb.UPHOLD))
                .isFalse();
        assertThat(code(complaints.uphold(cast.dispatcher(), id, 1, "They are right")))
                .isEqualTo("order.not_now");
        assertThat(state(id)).isEqualTo(ComplaintState.OPEN);
    }

    @Test
    void ofAConfidentialOrderTheUnitAboveReadsWhatTheRequesterWroteAndNothingElse() {
        var order = refused(cast.counselling());
        var id = complaint(order);
        var seen = reading.find(cast.dispatcher(), id).orElseThrow();
        assertThat(seen.toString()).contains(SAID).doesNotContain(NEED);
        assertThat(seen.project()).isNull();
        assertThat(book.find(cast.dispatcher(), order)).isEmpty();
        at(() -> complaints.uphold(cast.dispatcher(), id, 1, "They are right"));
        assertThat(book.find(cast.dispatcher(), order)).isPresent();
    }

    @Test
    void nothingIsSaidTwiceAboutAnOrderThatStandsStill() {
        var order = world.approved(cast, cast.haircut());
        var id = complaint(order);
        assertThat(code(complaints.open(cast.resident(), order, SAID))).isEqualTo("complaint.open_already");
        at(() -> complaints.answer(cast.dispatcher(), id, 1, "We looked into it"));
        at(() -> complaints.accept(cast.resident(), id, 2));
        assertThat(code(complaints.open(cast.resident(), order, SAID))).isEqualTo("complaint.said_already");
        world.offer(cast, order);
        assertThat(code(complaints.open(cast.resident(), order, SAID))).isEqualTo("done");
    }

    @Test
    void wordsAreNeededAndStandNowhereInClear() {
        var order = world.approved(cast, cast.haircut());
        assertThat(code(complaints.open(cast.resident(), order, " "))).isEqualTo("complaint.say_something");
        assertThat(code(complaints.open(cast.resident(), order, "x".repeat(501))))
                .isEqualTo("order.too_long");
        assertThat(code(complaints.open(cast.stranger(), order, SAID))).isEqualTo("order.not_found");
        complaint(order);
        assertThat(jdbc.sql("""
                        select count(*) from complaint_words
                        where county_id = :county and position('canary'::bytea in words) > 0
                        """)
                        .param("county", cast.county().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = complaint(world.approved(cast, cast.haircut()));
            List<Callable<String>> both = List.of(
                    () -> code(complaints.answer(cast.dispatcher(), id, 1, "One")),
                    () -> code(complaints.answer(cast.centerDispatcher(), id, 1, "Two")));
            assertThat(OrdersWorld.atOnce(both)).containsExactlyInAnyOrder("done", "complaint.moved_on");
        }
    }

    @Test
    void ofTwoComplaintsAtOnceOneIsOpen() throws Exception {
        var order = world.approved(cast, cast.haircut());
        Callable<String> once = () -> code(complaints.open(cast.resident(), order, SAID));
        assertThat(OrdersWorld.atOnce(List.of(once, once))).containsExactlyInAnyOrder("done", "complaint.open_already");
    }

    @Test
    void anAppealIsUpheldOnceHoweverManyTakeItUp() throws Exception {
        var order = refused(cast.haircut());
        var id = complaint(order);
        List<Callable<String>> both = List.of(
                () -> code(complaints.uphold(cast.dispatcher(), id, 1, "One")),
                () -> code(complaints.uphold(cast.centerDispatcher(), id, 1, "Two")));
        assertThat(OrdersWorld.atOnce(both))
                .contains("done")
                .satisfiesOnlyOnce(answer -> assertThat(answer).isNotEqualTo("done"));
        assertThat(world.version(cast, order)).isEqualTo(3);
    }

    @Test
    void theDatabaseKnowsTheSameMoves() {
        var moves = new TreeSet<String>(Set.of("NEW open OPEN"));
        for (var from : ComplaintState.values()) {
            Arrays.stream(ComplaintVerb.values())
                    .forEach(verb -> from.after(verb).ifPresent(to -> moves.add(from + " " + verb.code() + " " + to)));
        }
        var kept = jdbc.sql("select from_state || ' ' || command || ' ' || to_state from complaint_transition")
                .query(String.class)
                .list();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(moves);
    }

    private ComplaintId complaint(OrderId order) {
        return world.at(NOW, () -> complaints.open(cast.resident(), order, SAID))
                .orThrow();
    }

    private OrderId refused(feiyan.menu.ProjectId project) {
        var order = world.placed(cast, project);
        at(() -> review.refuse(cast.clerk(), order, 1, RefusalReason.OTHER, "Please ask the institute"));
        return order;
    }

    private <T> T at(java.util.function.Supplier<feiyan.platform.Outcome<T>> work) {
        return world.at(NOW, work).orThrow();
    }

    private ComplaintState state(ComplaintId id) {
        return reading.find(cast.resident(), id).orElseThrow().state();
    }
}
