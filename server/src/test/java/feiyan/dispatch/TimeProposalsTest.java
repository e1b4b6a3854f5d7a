package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.AtOnce;
import feiyan.cast.AtTheDoor;
import feiyan.cast.Village;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another time by both sides: nobody is moved who did not say yes, and everybody is who did. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class TimeProposalsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private TimeProposals proposals;

    @Autowired
    private ProposalStakeholders stakeholders;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private Seats seats;

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
        village.the(Policies.class)
                .set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null)
                .orThrow();
    }

    @Test
    void theRequesterAsksTheVolunteerSaysYesAndSeatOrderAndCodeMoveTogether() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var before = sheet(order);
        var codes = village.the(CheckInCode.class);

        var asked = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY));
        assertThat(sheet(order).agreed()).isEqualTo(before.agreed());
        proposals.accept(zhao, asked).orThrow();

        var moved = new Slot(ten.plus(DAY), ten.plus(DAY).plus(Duration.ofMinutes(60)));
        assertThat(sheet(order).agreed()).isEqualTo(moved);
        assertThat(live(order)).allMatch(seat -> seat.facts().time().equals(moved));
        assertThat(codes.of(village.county, order, moved))
                .isNotEqualTo(codes.of(village.county, order, village.slot(order, ten)));
        assertThat(told(asked)).containsExactly("proposal.made", "proposal.accepted");
        assertThat(proposals.open(zhao, order)).isEmpty();
    }

    @Test
    void theVolunteerAsksAndTheRequesterMayLeaveItAsItIs() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));

        proposals.decline(village.requester, asked).orThrow();

        assertThat(sheet(order).agreed()).isEqualTo(village.slot(order, ten));
        assertThat(state(asked)).isEqualTo("DECLINED");
        assertThat(proposals.accept(village.requester, asked)).isEqualTo(Outcome.refused("proposal.settled"));
    }

    @Test
    void nobodySaysYesToTheirOwnQuestionAndStrangersAskNothing() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var notYours = Outcome.refused("proposal.not_yours");
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));

        assertThat(proposals.accept(zhao, asked)).isEqualTo(notYours);
        assertThat(proposals.decline(village.volunteer("Qian"), asked)).isEqualTo(notYours);
        assertThat(proposals.withdraw(village.requester, asked)).isEqualTo(notYours);
        assertThat(proposals.propose(village.requester, order, ProposalSide.SERVING, ten.plus(DAY)))
                .isEqualTo(notYours);
        assertThat(proposals.propose(village.volunteer("Sun"), order, ProposalSide.SERVING, ten.plus(DAY)))
                .isEqualTo(notYours);
        proposals.withdraw(zhao, asked).orThrow();
        assertThat(state(asked)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aTeamSpeaksByItsLeader() {
        var leader = village.volunteer("Sun Lei");
        var member = village.volunteer("Zhao Min");
        var order = agreedByTeam(leader, member);

        assertThat(proposals.propose(member, order, ProposalSide.SERVING, ten.plus(DAY)))
                .isEqualTo(Outcome.refused("proposal.not_yours"));
        var asked = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY));
        assertThat(proposals.accept(member, asked)).isEqualTo(Outcome.refused("proposal.not_yours"));
        proposals.accept(leader, asked).orThrow();
        assertThat(live(order)).allMatch(seat -> seat.facts().time().from().equals(ten.plus(DAY)));
    }

    @Test
    void whoCannotComeKeepsTheTimeAndOnlyTheyAreToldWhy() {
        var zhao = village.volunteer("Zhao Min");
        var qian = village.volunteer("Qian Jin");
        var order = agreed(zhao, qian);
        agreedAt(ten.plus(DAY), zhao);

        var byVolunteer = ask(qian, order, ProposalSide.SERVING, ten.plus(DAY));
        assertThat(proposals.accept(village.requester, byVolunteer))
                .isEqualTo(Outcome.refused("proposal.somebody_cannot", 1, 2));
        assertThat(state(byVolunteer)).isEqualTo("OPEN");
        var byRequester = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY));
        assertThat(proposals.accept(qian, byRequester)).isEqualTo(Outcome.refused("proposal.somebody_cannot", 1, 2));
        assertThat(proposals.accept(zhao, byRequester)).isEqualTo(Outcome.refused("seat.overlap"));
        assertThat(sheet(order).agreed()).isEqualTo(village.slot(order, ten));
        assertThat(live(order)).allMatch(seat -> seat.facts().time().from().equals(ten));
    }

    @Test
    void aNewQuestionTakesThePlaceOfTheOneBefore() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var first = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));
        var counter = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY.multipliedBy(2)));

        assertThat(proposals.accept(village.requester, first)).isEqualTo(Outcome.refused("proposal.settled"));
        assertThat(state(first)).isEqualTo("OVERTAKEN");
        assertThat(proposals.open(zhao, order)).map(TimeProposal::id).contains(counter);
    }

    @Test
    void whatEndsTheAgreementEndsTheQuestion() {
        for (Supplier<Ending> ending : endings()) {
            var zhao = village.volunteer("Zhao Min");
            var order = agreed(zhao);
            var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));
            ending.get().end(zhao, order);
            assertThat(state(asked)).isEqualTo("OVERTAKEN");
            assertThat(proposals.open(village.requester, order)).isEmpty();
        }
    }

    private interface Ending {
        void end(Actor volunteer, OrderId order);
    }

    private List<Supplier<Ending>> endings() {
        return List.of(
                () -> (zhao, order) -> village.the(Orders.class)
                        .cancel(village.requester, order, village.version(order), null)
                        .orThrow(),
                () -> (zhao, order) -> seats.giveBack(zhao, seat(order), null).orThrow(),
                () -> (zhao, order) -> checkIn(zhao, order).get().orThrow(),
                () -> (zhao, order) -> village.the(Reschedules.class)
                        .move(village.clerk, order, village.version(order), village.slot(order, ten.plus(DAY)))
                        .orThrow());
    }

    @Test
    void onlyAReasonableTimeCanBeAskedFor() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        assertThat(proposals.propose(zhao, order, ProposalSide.SERVING, ten))
                .isEqualTo(Outcome.refused("proposal.same_time"));
        assertThat(proposals.propose(zhao, order, ProposalSide.SERVING, clock.instant()))
                .isEqualTo(Outcome.refused("order.time_is_past"));
        assertThat(proposals.propose(zhao, order, ProposalSide.SERVING, ten.plus(DAY.multipliedBy(40))))
                .isEqualTo(Outcome.refused("proposal.too_far", 30L));
        // from nine in the evening to ten
        assertThat(proposals.propose(zhao, order, ProposalSide.SERVING, ten.plus(Duration.ofHours(11))))
                .isEqualTo(Outcome.refused("proposal.while_people_sleep", "08:00-21:00"));
        assertThat(proposals.propose(zhao, order, ProposalSide.SERVING, ten.plus(Duration.ofMinutes(10 * 60 + 30))))
                .isEqualTo(Outcome.refused("proposal.while_people_sleep", "08:00-21:00"));
        ask(zhao, order, ProposalSide.SERVING, ten.plus(Duration.ofHours(10)));
    }

    @Test
    void theUnitAsksForWhoTelephonesAndWritesDownWhatBothSaid() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var asked = ask(village.clerk, order, ProposalSide.REQUESTER, ten.plus(DAY));
        proposals.accept(zhao, asked).orThrow();
        assertThat(reasons(asked)).isEmpty();
        var second = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY.multipliedBy(2)));
        proposals.accept(village.clerk, second).orThrow();
        assertThat(reasons(second)).containsExactly("by_telephone");

        var version = village.version(order);
        proposals
                .agreedByTelephone(village.clerk, order, version, ten, MoveReason.WEATHER)
                .orThrow();
        assertThat(sheet(order).agreed()).isEqualTo(village.slot(order, ten));
        assertThat(proposals.agreedByTelephone(village.clerk, order, version, ten.plus(DAY), MoveReason.WEATHER))
                .isEqualTo(Outcome.refused("order.moved_on", "ACCEPTED"));
        assertThat(proposals.agreedByTelephone(
                        village.requester, order, village.version(order), ten.plus(DAY), MoveReason.REQUESTER_ASKED))
                .isEqualTo(Outcome.refused("proposal.not_yours"));
    }

    @Test
    void whoIsAskedIsToldAndThenWhoAsked() {
        var leader = village.volunteer("Sun Lei");
        var member = village.volunteer("Zhao Min");
        var order = agreedByTeam(leader, member);
        var asked = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY));
        assertThat(people(asked, 1)).containsExactly(leader.person());
        proposals.decline(leader, asked).orThrow();
        assertThat(people(asked, 2)).containsExactly(village.requester.person());
        assertThat(stakeholders.of(village.county, asked, 3)).isEmpty();
    }

    @Test
    void proposalsMoveAsTheirTableSays() {
        var known = Stream.of(
                        new ProposalCommand.Accept(null),
                        new ProposalCommand.Decline(null),
                        new ProposalCommand.Withdraw(),
                        new ProposalCommand.Overtake("cancel"))
                .map(command -> "OPEN " + command.verb() + " " + command.to())
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("NEW make OPEN");
        assertThat(new TreeSet<>(db.sql("select from_state || ' ' || command || ' ' || to_state"
                                + " from time_proposal_transition")
                        .query(String.class)
                        .list()))
                .isEqualTo(known);
    }

    @RepeatedTest(5)
    void ofTwoWhoSayYesAtOnceOneMovesIt() {
        var zhao = village.volunteer("Zhao Min");
        var qian = village.volunteer("Qian Jin");
        var order = agreed(zhao, qian);
        var asked = ask(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY));

        var outcomes = AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> proposals.accept(zhao, asked), () -> proposals.accept(qian, asked)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("proposal.settled");
        assertThat(told(asked)).containsExactly("proposal.made", "proposal.accepted");
    }

    @RepeatedTest(5)
    void aYesAndATakingBackEndInOneOfTheTwo() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));

        var outcomes = AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> proposals.accept(village.requester, asked), () -> proposals.withdraw(zhao, asked)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("proposal.settled");
        var moved = sheet(order).agreed();
        assertThat(moved).isEqualTo(village.slot(order, state(asked).equals("ACCEPTED") ? ten.plus(DAY) : ten));
    }

    @RepeatedTest(5)
    void whoIsAtTheDoorWinsOverAQuestionAndNoQuestionOutlivesTheCheckIn() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);

        var outcomes = AtOnce.all(List.<Supplier<Outcome<Object>>>of(
                () -> proposals
                        .propose(village.requester, order, ProposalSide.REQUESTER, ten.plus(DAY))
                        .map(Object.class::cast),
                () -> checkIn(zhao, order).get().map(Object.class::cast)));

        assertThat(AtOnce.refusals(outcomes)).isSubsetOf("proposal.not_now");
        assertThat(sheet(order).state()).isEqualTo(State.IN_SERVICE);
        assertThat(openOf(order)).isZero();
    }

    @RepeatedTest(5)
    void aYesAndACheckInNeverLeaveSomebodyAtTheDoorOfAnotherDay() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));

        AtOnce.all(List.<Supplier<Outcome<Object>>>of(
                () -> proposals.accept(village.requester, asked).map(Object.class::cast),
                () -> checkIn(zhao, order).get().map(Object.class::cast)));

        // In both orders the check-in stands; a yes before it has moved seat and order together.
        assertThat(sheet(order).state()).isEqualTo(State.IN_SERVICE);
        var yes = state(asked).equals("ACCEPTED");
        assertThat(sheet(order).agreed()).isEqualTo(village.slot(order, yes ? ten.plus(DAY) : ten));
        assertThat(live(order))
                .allMatch(seat -> seat.facts().time().equals(sheet(order).agreed()));
        assertThat(openOf(order)).isZero();
    }

    @RepeatedTest(5)
    void aCancellingAndAYesEndInOneOfTheTwo() {
        var zhao = village.volunteer("Zhao Min");
        var order = agreed(zhao);
        var asked = ask(zhao, order, ProposalSide.SERVING, ten.plus(DAY));
        var version = village.version(order);

        var outcomes = AtOnce.all(List.<Supplier<Outcome<OrderId>>>of(
                () -> proposals.accept(village.requester, asked),
                () -> village.the(Orders.class).cancel(village.requester, order, version, null)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).allMatch(Set.of("proposal.not_now", "order.moved_on")::contains);
        var cancelled = sheet(order).state() == State.CANCELLED;
        assertThat(state(asked)).isEqualTo(cancelled ? "OVERTAKEN" : "ACCEPTED");
    }

    private Supplier<Outcome<Seat>> checkIn(Actor volunteer, OrderId order) {
        var seat = seat(order);
        return () -> new AtTheDoor(village).checkIn(village.county, seat, volunteer.person(), null);
    }

    private TimeProposalId ask(Actor actor, OrderId order, ProposalSide side, Instant from) {
        return proposals.propose(actor, order, side, from).orThrow();
    }

    private OrderId agreed(Actor... people) {
        return agreedAt(ten, people);
    }

    private OrderId agreedAt(Instant from, Actor... people) {
        var order = village.approved(village.project(people.length, 60), ten);
        var invitees = Arrays.stream(people)
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .toList();
        var asked = new ArrayList<>(make(order, from, invitees));
        for (int i = 0; i < people.length; i++) {
            village.the(Answers.class).accept(people[i], asked.get(i)).orThrow();
        }
        return order;
    }

    private OrderId agreedByTeam(Actor leader, Actor member) {
        var order = village.approved(village.project(2, 60), ten);
        var team = new Invitee.ToTeam(village.team(leader, member));
        var offer = make(order, ten, List.of(team)).getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        seats.put(leader, offer, Set.of(leader.person(), member.person())).orThrow();
        return order;
    }

    private List<OfferId> make(OrderId order, Instant from, List<Invitee> invitees) {
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, from), invitees)
                .orThrow();
    }

    private ServiceSheet sheet(OrderId order) {
        return sheets.find(village.county, order).orElseThrow();
    }

    private List<Seat> live(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order);
    }

    private SeatId seat(OrderId order) {
        return live(order).getFirst().facts().id();
    }

    private List<PersonId> people(TimeProposalId id, int version) {
        return stakeholders.of(village.county, id, version).orElseThrow().people();
    }

    private String state(TimeProposalId id) {
        return village.the(ProposalRows.class)
                .find(village.county, id)
                .orElseThrow()
                .state()
                .name();
    }

    private long openOf(OrderId order) {
        return village.the(ProposalRows.class).open(village.county, order).stream()
                .count();
    }

    private List<@Nullable String> told(TimeProposalId id) {
        return db.sql("select kind from outbox where county_id = :county and subject_id = :id order by id")
                .param("county", village.county.value())
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private List<@Nullable String> reasons(TimeProposalId id) {
        return db.sql("select reason from time_proposal_event"
                        + " where county_id = :county and proposal_id = :id and reason is not null order by version")
                .param("county", village.county.value())
                .param("id", id.value())
                .query(String.class)
                .list();
    }
}
