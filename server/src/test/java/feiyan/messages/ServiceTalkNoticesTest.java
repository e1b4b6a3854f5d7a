package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.attendance.Attendance;
import feiyan.attendance.Corrections;
import feiyan.attendance.Reason;
import feiyan.attendance.Summaries;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.PassedProposals;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.TimeProposalId;
import feiyan.dispatch.TimeProposals;
import feiyan.orders.OrderId;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
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
import org.springframework.context.annotation.Import;

/** What both sides hear about another time, and those who served about what comes after. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class ServiceTalkNoticesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private TimeProposals proposals;

    @Autowired
    private PassedProposals passed;

    @Autowired
    private Summaries summaries;

    private ToldWorld world;
    private Actor requester;
    private Instant ten;

    @BeforeAll
    void aVillage() {
        world = new ToldWorld(house);
        requester = world.village.requester;
        ten = world.wednesday;
    }

    @Test
    void whoIsAskedForAnotherTimeHearsOfItAndThenWhoAsked() {
        var zhao = world.village.volunteer("Zhao");
        var order = agreed(zhao, ten);
        var asked = ask(requester, order, ProposalSide.REQUESTER, ten.plus(DAY));
        world.tick(world.tuesday);
        assertThat(world.told(zhao, order)).endsWith(NoticeKind.SERVICE_TIME_ASKED);
        assertThat(world.about(zhao, order).toList().getLast())
                .returns(ten.plus(DAY), Notice::time)
                .returns("/orders/" + order.value(), Notice::path);
        assertThat(world.texts(zhao)).anyMatch(text -> text.contains("想改到"));
        world.at(world.tuesday, () -> proposals.decline(zhao, asked).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(requester, order)).endsWith(NoticeKind.TIME_DECLINED);
        assertThat(world.about(requester, order).toList().getLast().time()).isEqualTo(ten);
    }

    @Test
    void aYesIsToldOnceWithTheOrderItMoves() {
        var zhao = world.village.volunteer("Zhao");
        var order = agreed(zhao, ten);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));
        world.tick(world.tuesday);
        world.at(world.tuesday, () -> proposals.accept(requester, asked).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(requester, order)).endsWith(NoticeKind.ORDER_ACCEPTED, NoticeKind.TIME_ASKED);
        assertThat(world.told(zhao, order)).containsOnlyOnce(NoticeKind.SERVICE_MOVED);
    }

    @Test
    void whoWasAskedHearsThatItWasTakenBack() {
        var zhao = world.village.volunteer("Zhao");
        var order = agreed(zhao, ten);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));
        world.tick(world.tuesday);
        world.at(world.tuesday, () -> proposals.withdraw(zhao, asked).orThrow());
        world.tick(world.tuesday);
        assertThat(world.told(requester, order)).endsWith(NoticeKind.TIME_ASKED, NoticeKind.TIME_WITHDRAWN);
        assertThat(world.told(zhao, order)).doesNotContain(NoticeKind.SERVICE_TIME_WITHDRAWN);
    }

    @Test
    void aQuestionWhoseTimeHasComeEndsAndWhoAskedIsTold() {
        var zhao = world.village.volunteer("Zhao");
        var order = agreed(zhao, ten.plus(DAY));
        ask(requester, order, ProposalSide.REQUESTER, ten);
        assertThat(world.at(ten.minusSeconds(1), () -> passed.settle(world.village.county)))
                .isZero();
        assertThat(proposals.open(requester, order)).isPresent();
        assertThat(world.at(ten, () -> passed.settle(world.village.county))).isEqualTo(1);
        assertThat(world.at(ten, () -> passed.settle(world.village.county))).isZero();
        assertThat(proposals.open(requester, order)).isEmpty();
        world.tick(ten);
        assertThat(world.about(requester, order).toList().getLast())
                .returns(NoticeKind.TIME_DECLINED, Notice::kind)
                .returns("time_passed", Notice::reason);
        assertThat(world.told(zhao, order)).doesNotContain(NoticeKind.SERVICE_TIME_DECLINED);
    }

    @Test
    void whoseMinutesWerePutRightHearsByWhomFromHowManyToHowMany() {
        var leader = world.village.volunteer("Sun");
        var member = world.village.volunteer("Zhao");
        var order = served(leader, member);
        var seat = seat(member);
        world.tick(minute(61));
        world.at(
                minute(90),
                () -> world.village
                        .the(Corrections.class)
                        .correct(leader, seat, 0, minute(5), minute(45), Reason.WRONG_TIME)
                        .orThrow());
        world.tick(minute(90));
        var notice = world.about(member, order).toList().getLast();
        assertThat(notice)
                .returns(NoticeKind.MINUTES_CORRECTED, Notice::kind)
                .returns(new Minutes(60, 40), Notice::minutes)
                .returns("Lijia", Notice::unit);
        assertThat(world.texts(member)).anyMatch(text -> text.contains("由60改为40分钟"));
        assertThat(world.told(leader, order)).doesNotContain(NoticeKind.MINUTES_CORRECTED);
    }

    @Test
    void theLeaderIsRemindedOfAMissingSummaryOnceADayLater() {
        var leader = world.village.volunteer("Sun");
        var member = world.village.volunteer("Zhao");
        var order = served(leader, member);
        var later = minute(60).plus(DAY);
        world.tick(later.minusSeconds(1));
        assertThat(world.told(leader, order)).doesNotContain(NoticeKind.SUMMARY_MISSING);
        world.tick(later);
        world.tick(later.plus(DAY));
        assertThat(world.told(leader, order)).containsOnlyOnce(NoticeKind.SUMMARY_MISSING);
        assertThat(world.about(leader, order).toList().getLast().path()).endsWith("/summary");
        assertThat(world.told(member, order)).doesNotContain(NoticeKind.SUMMARY_MISSING);
    }

    @Test
    void whoHasWrittenTheSummaryIsNotReminded() {
        var leader = world.village.volunteer("Sun");
        var order = served(leader, world.village.volunteer("Zhao"));
        var offer =
                world.at(minute(90), () -> summaries.missing(leader).getFirst().id());
        world.at(
                minute(90),
                () -> summaries.write(leader, offer, "All went well", null).orThrow());
        world.tick(minute(60).plus(DAY));
        assertThat(world.told(leader, order)).doesNotContain(NoticeKind.SUMMARY_MISSING);
    }

    private Instant minute(int minute) {
        return ten.plusSeconds(minute * 60L);
    }

    private TimeProposalId ask(Actor who, OrderId order, ProposalSide side, Instant time) {
        return world.at(
                world.tuesday, () -> proposals.propose(who, order, side, time).orThrow());
    }

    private OrderId agreed(Actor volunteer, Instant time) {
        return world.at(world.tuesday, () -> {
            var order = world.village.approved(world.village.project(1, 60), ten);
            var offer = offer(order, new Invitee.ToVolunteer(volunteer.person()), time);
            world.village.the(Answers.class).accept(volunteer, offer).orThrow();
            return order;
        });
    }

    private OfferId offer(OrderId order, Invitee invitee, Instant time) {
        var village = world.village;
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, time), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    /** By a team whose leader does not go along; an hour from ten. */
    private OrderId served(Actor leader, Actor member) {
        var village = world.village;
        var order = world.at(world.tuesday, () -> {
            var approved = village.approved(village.project(1, 60), ten);
            var offer = offer(approved, new Invitee.ToTeam(village.team(leader, member)), ten);
            village.the(Answers.class).accept(leader, offer).orThrow();
            village.the(Seats.class).put(leader, offer, Set.of(member.person())).orThrow();
            return approved;
        });
        var attendance = village.the(Attendance.class);
        world.at(
                ten,
                () -> attendance
                        .confirm(village.clerk, seat(member), Reason.NO_CODE)
                        .orThrow());
        world.at(minute(60), () -> attendance.checkOut(member, seat(member)).orThrow());
        return order;
    }

    private SeatId seat(Actor volunteer) {
        return world.village.the(MyService.class).seats(volunteer).getFirst().seat();
    }
}
