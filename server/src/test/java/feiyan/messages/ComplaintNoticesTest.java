package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.ComplaintBook;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.OrderId;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who hears of a complaint, and never whom it is about. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class ComplaintNoticesTest {

    private static final String SAID = "canary-complaint";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Review review;

    private ToldWorld world;
    private Actor requester;
    private Actor dispatcher;
    private Actor both;
    private Actor center;

    @BeforeAll
    void aVillage() {
        world = new ToldWorld(house);
        requester = world.village.requester;
        var institute = institute();
        dispatcher = world.village.staff("Sun Hong", institute, Role.DISPATCHER);
        both = world.village.staff("Wu Jun", institute, Role.CLERK);
        world.village
                .the(Staff.class)
                .give(world.village.administrator, both.person(), new Post(world.village.station, Role.CLERK))
                .orThrow();
        center = world.village.staff("Zhou Ping", world.village.center, Role.DISPATCHER);
    }

    @Test
    void theUnitAboveIsToldOnceAndNobodyWhoWorksForTheOneComplainedAbout() {
        var order = order();
        var complaint = complaint(order);
        world.tick(world.tuesday);
        assertThat(world.told(dispatcher, order)).containsExactly(NoticeKind.COMPLAINT_OPENED);
        assertThat(world.about(dispatcher, order).map(Notice::path))
                .containsExactly("/complaints/" + complaint.value());
        assertThat(world.texts(dispatcher))
                .anyMatch(text -> text.contains("有人投诉"))
                .noneMatch(text -> text.contains(SAID));
        assertThat(world.told(world.village.clerk, order)).isEmpty();
        assertThat(world.told(both, order)).isEmpty();
        assertThat(world.told(world.village.administrator, order)).isEmpty();
    }

    @Test
    void whoComplainedHearsOfEachAnswerAndTheNextUnitOfWhatGoesOn() {
        var order = order();
        var complaint = complaint(order);
        world.at(
                world.tuesday,
                () -> complaints.answer(dispatcher, complaint, 1, SAID).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(dispatcher, order)).as("it is answered already").isEmpty();
        assertThat(world.told(requester, order)).endsWith(NoticeKind.COMPLAINT_ANSWERED);
        world.at(
                world.tuesday,
                () -> complaints.raise(requester, complaint, 2, SAID).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(center, order)).containsExactly(NoticeKind.COMPLAINT_RAISED);
        world.at(
                world.tuesday,
                () -> complaints.answer(center, complaint, 3, SAID).orThrow());
        world.tick(world.tuesday);
        assertThat(world.about(requester, order).filter(notice -> notice.kind() == NoticeKind.COMPLAINT_ANSWERED))
                .extracting(Notice::reason)
                .containsExactly(null, "last");
        assertThat(world.texts(requester)).anyMatch(text -> text.contains("最后答复"));
    }

    @Test
    void aMissedClockIsToldOnceToTheUnitAndToTheCountysAdministrator() {
        var order = order();
        var complaint = complaint(order);
        var due = due(complaint);
        world.tick(due.minusSeconds(1));
        assertThat(world.told(dispatcher, order)).containsExactly(NoticeKind.COMPLAINT_OPENED);
        world.tick(due);
        world.tick(due.plusSeconds(3600));
        assertThat(world.told(dispatcher, order))
                .containsExactly(NoticeKind.COMPLAINT_OPENED, NoticeKind.COMPLAINT_OVERDUE);
        var above = world.about(world.village.administrator, order).toList();
        assertThat(above).extracting(Notice::kind).containsExactly(NoticeKind.COMPLAINT_OVERDUE_BELOW);
        assertThat(above).extracting(Notice::unit).containsExactly("Matou");
        assertThat(above).extracting(Notice::path).containsExactly("/complaints");
    }

    @Test
    void whatWasAnsweredInTimeIsNotOverdue() {
        var order = order();
        var complaint = complaint(order);
        var due = due(complaint);
        world.at(
                world.tuesday,
                () -> complaints.answer(dispatcher, complaint, 1, SAID).orThrow());
        world.tick(due.plusSeconds(1));
        assertThat(world.told(world.village.administrator, order)).isEmpty();
        assertThat(world.told(dispatcher, order)).doesNotContain(NoticeKind.COMPLAINT_OVERDUE);
    }

    @Test
    void aboutTheCenterItsAdministratorIsTold() {
        var order = world.at(world.tuesday, () -> world.village.inFreeWords(world.wednesday));
        world.at(
                world.tuesday,
                () -> review.escalate(world.village.clerk, order, 1, world.village.center, null)
                        .orThrow());
        complaint(order);
        world.tick(world.tuesday);
        assertThat(world.told(world.village.administrator, order)).containsExactly(NoticeKind.COMPLAINT_OPENED);
        assertThat(world.told(center, order)).isEmpty();
    }

    @Test
    void anAppealThatIsUpheldIsToldOnceWithItsOrder() {
        var order = order();
        world.at(
                world.tuesday,
                () -> review.refuse(
                                world.village.clerk,
                                order,
                                world.village.version(order),
                                RefusalReason.UNSAFE,
                                "Ask the police")
                        .orThrow());
        var complaint = complaint(order);
        world.at(
                world.tuesday,
                () -> complaints.uphold(dispatcher, complaint, 1, SAID).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(requester, order))
                .containsExactly(NoticeKind.ORDER_APPROVED, NoticeKind.ORDER_REFUSED, NoticeKind.ORDER_APPEAL_UPHELD);
    }

    @Test
    void ofAConfidentialOrderTheUnitAboveIsToldTheNumberAlone() {
        var counselling = world.village.confidentialProject();
        var order = world.at(world.tuesday, () -> world.village.approved(counselling, world.wednesday));
        complaint(order);
        world.tick(world.tuesday);
        assertThat(world.about(dispatcher, order))
                .singleElement()
                .extracting(Notice::project)
                .isNull();
        assertThat(world.texts(dispatcher)).noneMatch(text -> text.contains("Counselling"));
    }

    private OrderId order() {
        var haircut = world.village.project(1, 40);
        return world.at(world.tuesday, () -> world.village.approved(haircut, world.wednesday));
    }

    private ComplaintId complaint(OrderId order) {
        return world.at(
                world.tuesday, () -> complaints.open(requester, order, SAID).orThrow());
    }

    private Instant due(ComplaintId complaint) {
        var found = world.village
                .the(ComplaintBook.class)
                .find(dispatcher, complaint)
                .orElseThrow();
        return Objects.requireNonNull(found.due());
    }

    private UnitId institute() {
        return world.village
                .the(Units.class)
                .parent(world.village.county, world.village.station)
                .orElseThrow()
                .id();
    }
}
