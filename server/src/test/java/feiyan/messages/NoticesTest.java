package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderClocks;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is told what, once. */
@FeiyanTest
@TestInstance(Lifecycle.PER_CLASS)
class NoticesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Notices notices;

    @Autowired
    private OutboxWorker worker;

    @Autowired
    private Review review;

    @Autowired
    private Orders orders;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

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
    void theRequesterHearsOfEachStepThatSomebodyElseTook() {
        var order = village.approved(village.project(1, 40), wednesday);
        var barber = village.volunteer("Zhao");
        answers.accept(barber, offer(order, barber)).orThrow();
        worker.work();
        assertThat(told(village.requester, order))
                .containsExactly(NoticeKind.ORDER_APPROVED, NoticeKind.ORDER_ACCEPTED);
        assertThat(told(village.clerk, order)).as("the inbox is the list").isEmpty();
    }

    @Test
    void whoIsAskedIsToldAndWhoAcceptsKnowsItsOwnYes() {
        var order = village.approved(village.project(1, 40), wednesday);
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var offer = offer(order, zhao);
        offer(order, qian);
        answers.accept(zhao, offer).orThrow();
        worker.work();
        assertThat(told(zhao, order)).containsExactly(NoticeKind.OFFER_MADE);
        assertThat(told(qian, order)).containsExactly(NoticeKind.OFFER_MADE, NoticeKind.OFFER_WITHDRAWN);
    }

    @Test
    void whoeverLosesASeatWithItsOrderIsTold() {
        var order = village.approved(village.project(1, 40), wednesday);
        var zhao = village.volunteer("Zhao");
        answers.accept(zhao, offer(order, zhao)).orThrow();
        orders.cancel(village.requester, order, village.version(order), null).orThrow();
        worker.work();
        assertThat(told(zhao, order)).containsExactly(NoticeKind.OFFER_MADE, NoticeKind.SEAT_RELEASED);
        assertThat(told(village.requester, order)).doesNotContain(NoticeKind.ORDER_CANCELLED);
    }

    @Test
    void aRefusalSaysWhyByItsCode() {
        var order = village.approved(village.project(1, 40), wednesday);
        review.refuse(village.clerk, order, village.version(order), RefusalReason.UNSAFE, "Ask the police")
                .orThrow();
        worker.work();
        var latest = notices.latest(village.requester, null).getFirst();
        assertThat(latest.kind()).isEqualTo(NoticeKind.ORDER_REFUSED);
        assertThat(latest.reason()).isEqualTo("unsafe");
        assertThat(latest.path()).isEqualTo("/orders/" + order.value());
    }

    @Test
    void aConfidentialOrderIsNotNamed() {
        var counselling = village.confidentialProject();
        var order = village.approved(counselling, wednesday);
        worker.work();
        var notice = notices.latest(village.requester, null).getFirst();
        assertThat(notice.path()).isEqualTo("/orders/" + order.value());
        assertThat(notice.project()).isNull();
    }

    @Test
    void theNextUnitHearsOfWhatWasLateBelow() {
        var institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        var dispatcher = village.staff("Sun Hong", institute, Role.DISPATCHER);
        var order = village.approved(village.project(1, 40), wednesday);
        clock.at(
                wednesday.plus(Duration.ofDays(8)),
                () -> village.the(OrderClocks.class).tick(village.county));
        clock.at(wednesday.plus(Duration.ofDays(8)), worker::work);
        assertThat(told(dispatcher, order)).containsExactly(NoticeKind.ORDER_OVERDUE);
        assertThat(told(village.clerk, order)).isEmpty();
    }

    @Test
    void twoInstancesTellEachOnce() throws Exception {
        var all = Stream.generate(() -> village.approved(village.project(1, 40), wednesday))
                .limit(30)
                .toList();
        var together = new CyclicBarrier(2);
        try (var instances = Executors.newFixedThreadPool(2)) {
            var running = Stream.generate(() -> instances.submit(() -> {
                        together.await();
                        worker.work();
                        return null;
                    }))
                    .limit(2)
                    .toList();
            for (var each : running) {
                each.get();
            }
        }
        worker.work();
        for (var order : all) {
            assertThat(told(village.requester, order)).containsExactly(NoticeKind.ORDER_APPROVED);
        }
    }

    @Test
    void arePagedFromTheLatestAndReadOneByOneOrAllThatWereShown() {
        var reader = village.volunteer("Zhou");
        for (int i = 0; i < Notices.PAGE + 2; i++) {
            offer(village.approved(village.project(1, 40), wednesday), reader);
        }
        worker.work();
        var first = notices.latest(reader, null);
        var second = notices.latest(reader, first.getLast().id());
        assertThat(first).hasSize(Notices.PAGE);
        assertThat(second).hasSize(2);
        assertThat(unread(reader)).isEqualTo(Notices.PAGE + 2);

        notices.read(reader, first.getFirst().id()).orThrow();
        assertThat(unread(reader)).isEqualTo(Notices.PAGE + 1);
        notices.readAll(reader, second.getFirst().id()).orThrow();
        assertThat(unread(reader)).as("what came in since stays").isEqualTo(Notices.PAGE - 1);
    }

    @Test
    void areNobodyElses() {
        village.approved(village.project(1, 40), wednesday);
        worker.work();
        var hers = notices.latest(village.requester, null).getFirst();
        var before = unread(village.requester);
        assertThat(notices.read(village.clerk, hers.id())).isEqualTo(Outcome.refused("notice.gone"));
        notices.readAll(village.clerk, hers.id()).orThrow();
        assertThat(unread(village.requester)).isEqualTo(before);
    }

    private int unread(Actor actor) {
        return notices.unread(actor.county(), actor.person());
    }

    private OfferId offer(OrderId order, Actor volunteer) {
        Invitee invitee = new Invitee.ToVolunteer(volunteer.person());
        return offers.make(
                        village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    /** In the order in which it was told, from all pages. */
    private List<NoticeKind> told(Actor actor, OrderId order) {
        var all = new ArrayList<Notice>();
        var page = notices.latest(actor, null);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = notices.latest(actor, page.getLast().id());
        }
        return all.reversed().stream()
                .filter(notice -> notice.order() != null && notice.order().id().equals(order))
                .map(Notice::kind)
                .toList();
    }
}
