package feiyan.dispatch.plan;

import static feiyan.dispatch.plan.PlanDesk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many lines go out behind the page. Each test has its own village. */
@FeiyanTest(properties = "feiyan.jobs=false")
class PlanSendsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private PlanSends sends;

    private Village village;
    private PlanDesk desk;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        desk = new PlanDesk(village);
        wednesday = Village.wednesday(clock.instant());
        for (int i = 0; i < 4; i++) {
            village.volunteer("Volunteer " + i);
            order();
        }
    }

    @Test
    void whoeverPressedIsFreeAtOnceAndSeesHowFarItIsAndWhatCameOfIt() throws InterruptedException {
        var board = desk.plan();
        var id = board.plan().id();
        var held = held(id);

        var send = sends.all(village.clerk, id, board.plan().version()).orThrow();

        assertThat(sends.within(send, Duration.ZERO)).isEmpty();
        for (var server : List.of(sends, anotherServer())) {
            assertThat(server.of(village.county, id)).singleElement().satisfies(one -> {
                assertThat(one.isUnderWay()).isTrue();
                assertThat(one.done()).isZero();
                assertThat(one.total()).isEqualTo(4);
                assertThat(one.result()).isEmpty();
            });
        }
        held.countDown();
        assertThat(send.within(PATIENCE).orElseThrow().sent()).isEqualTo(4);
        for (var server : List.of(sends, anotherServer())) {
            assertThat(server.of(village.county, id)).singleElement().satisfies(one -> {
                assertThat(one.isUnderWay()).isFalse();
                assertThat(one.done()).isEqualTo(4);
                assertThat(one.result()).contains(new Sending.Came(4, 0, 0));
            });
        }
        assertThat(PlanDesk.in(desk.look(id), LineState.SENT)).hasSize(4);
    }

    @Test
    void whatASenderThatIsGoneHadBegunIsToldNoLonger() throws InterruptedException {
        var board = desk.plan();
        var id = board.plan().id();
        var held = held(id);
        var send = sends.all(village.clerk, id, board.plan().version()).orThrow();

        var later = clock.instant().plus(Duration.ofMinutes(2));
        assertThat(clock.at(later, () -> sends.of(village.county, id))).isEmpty();
        held.countDown();
        assertThat(send.within(PATIENCE)).isPresent();
    }

    @Test
    void ofManyWhoPressAtOnceAFewSendWhicheverServerTheyAreOn() throws InterruptedException {
        var board = desk.plan();
        var id = board.plan().id();
        int seen = board.plan().version();
        var held = held(id);
        var servers = List.of(sends, anotherServer());

        var pressed = AtOnce.all(IntStream.range(0, 8)
                .<Supplier<Outcome<PlanSend>>>mapToObj(
                        one -> () -> servers.get(one % 2).all(village.clerk, id, seen))
                .toList());

        assertThat(AtOnce.done(pressed)).hasSize(3);
        assertThat(AtOnce.refusals(pressed)).hasSize(5).containsOnly("plan.being_sent");
        assertThat(sends.of(village.county, id)).hasSize(3).allMatch(Sending::isUnderWay);
        held.countDown();
        assertThat(AtOnce.done(pressed)).allMatch(send -> send.within(PATIENCE).isPresent());
    }

    @Test
    void whatIsKnownAtOnceIsToldOnce() {
        var board = desk.plan();
        var id = board.plan().id();

        var send = sends.some(village.clerk, id, board.plan().version(), List.of(1))
                .orThrow();

        assertThat(sends.within(send, PATIENCE).orElseThrow().sent()).isEqualTo(1);
        assertThat(sends.of(village.county, id)).isEmpty();
    }

    @Test
    void whoeverTakesAllBackTakesTheOffersBackToo() {
        var board = desk.plan();
        var id = board.plan().id();

        village.the(Transactions.class).write(() -> {
            var send = sends.all(village.clerk, id, board.plan().version()).orThrow();
            assertThat(send.result().orElseThrow().sent()).isEqualTo(4);
            return Outcome.refused("plan.moved_on");
        });

        assertThat(PlanDesk.in(desk.look(id), LineState.PROPOSED)).hasSize(4);
    }

    @Test
    void nobodyTakesAllConnectionsByPressingAgain() throws InterruptedException {
        var board = desk.plan();
        var id = board.plan().id();
        int seen = board.plan().version();
        var held = held(id);
        var begun = new ArrayList<PlanSend>();
        for (int i = 0; i < 3; i++) {
            begun.add(sends.all(village.clerk, id, seen).orThrow());
        }

        assertThat(refusal(sends.all(village.clerk, id, seen))).isEqualTo("plan.being_sent");

        held.countDown();
        int sent = begun.stream()
                .mapToInt(one -> one.within(PATIENCE).orElseThrow().sent())
                .sum();
        assertThat(sent).as("each volunteer is asked once").isEqualTo(4);
    }

    @Test
    void aServerThatStopsLeavesTheRestAsProposals() throws InterruptedException {
        var board = desk.plan();
        var id = board.plan().id();
        var held = held(id);
        var send = sends.all(village.clerk, id, board.plan().version()).orThrow();

        send.stop();
        held.countDown();

        var sent = send.within(PATIENCE).orElseThrow();

        assertThat(sent.left()).isGreaterThanOrEqualTo(3);
        assertThat(PlanDesk.in(desk.look(id), LineState.PROPOSED)).hasSize(sent.left());
    }

    @Test
    void allIsWhatNobodyWasAskedAboutAndIsStillWanted() {
        var board = desk.plan();
        var id = board.plan().id();
        var gone = board.lines().getFirst();
        village.the(Orders.class)
                .cancel(village.requester, gone.order(), village.version(gone.order()), "no_need")
                .orThrow();

        var sent = sends.within(
                        sends.all(village.clerk, id, board.plan().version()).orThrow(), PATIENCE)
                .orElseThrow();

        assertThat(sent.sent()).isEqualTo(3);
        assertThat(sent.unsent()).isEmpty();
        assertThat(refusal(sends.all(village.clerk, id, desk.look(id).plan().version())))
                .isEqualTo("plan.nothing_chosen");
    }

    /** With nothing in common but the database. */
    private PlanSends anotherServer() {
        return house.getAutowireCapableBeanFactory().createBean(PlanSends.class);
    }

    /** Somebody else has the plan's row until the latch is down. */
    private CountDownLatch held(PlanId id) throws InterruptedException {
        var has = new CountDownLatch(1);
        var until = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> village.the(Transactions.class).write(() -> {
                    village.the(PlanRows.class).hold(village.county, id);
                    has.countDown();
                    try {
                        until.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return Outcome.done(id);
                }));
        has.await();
        return until;
    }

    private OrderId order() {
        return village.approved(village.project(1, 60), wednesday);
    }
}
