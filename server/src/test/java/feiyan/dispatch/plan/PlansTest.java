package feiyan.dispatch.plan;

import static feiyan.dispatch.plan.PlanDesk.in;
import static feiyan.dispatch.plan.PlanDesk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferExpiry;
import feiyan.dispatch.OfferState;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One button, a plan, what dispatchers make of it, and the offers that come of it. Each test has its own village. */
@FeiyanTest(properties = "feiyan.jobs=false")
class PlansTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanChoices choices;

    @Autowired
    private PlanOffers offers;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private JdbcClient db;

    private Village village;
    private PlanDesk desk;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        desk = new PlanDesk(village);
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void onePressFillsEachSeatThatSomebodyCanFillAndSaysWhy() {
        people(4);
        var one = order(1);
        var three = order(3);

        var board = desk.plan();

        assertThat(board.lines()).extracting(PlanLine::order).containsExactlyInAnyOrder(one, three, three, three);
        assertThat(board.lines()).allSatisfy(line -> {
            assertThat(line.state()).isEqualTo(LineState.PROPOSED);
            assertThat(line.volunteer()).isEqualTo(line.proposed());
            assertThat(line.facts().metres()).isZero();
            assertThat(line.cost()).isEqualTo(line.facts().terms().sum());
            assertThat(sheet(line.order()).window().contains(line.time())).isTrue();
        });
        assertThat(board.gaps()).isEmpty();
        var figures = Objects.requireNonNull(board.plan().figures());
        assertThat(figures.orders()).isEqualTo(2);
        assertThat(figures.seats()).isEqualTo(4);
        assertThat(figures.proposed()).isEqualTo(4);
        assertThat(figures.digest()).matches("[0-9a-f]{64}");
        assertThat(state(one)).isEqualTo(State.APPROVED);
    }

    @Test
    void seatsThatNobodyCanFillStandWithWhatIsMissing() {
        village.volunteer("Never", WeekHours.NONE, 600);
        var order = order(2);

        var board = desk.plan();

        assertThat(board.lines()).isEmpty();
        assertThat(board.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.order()).isEqualTo(order);
            assertThat(gap.seats()).isEqualTo(2);
            assertThat(gap.unfillable()).isEqualTo(2);
            assertThat(gap.skill()).isEqualTo(Village.SKILL);
            assertThat(gap.skilled()).isEqualTo(1);
            assertThat(gap.against()).containsEntry(feiyan.dispatch.Obstacle.NOT_FREE, 1);
        });
    }

    @Test
    void theTimeIsOneAtWhichSomebodyCouldCome() {
        var thursday = WeekHours.NONE.with(DayOfWeek.THURSDAY, 14, 16);
        village.volunteer("Thursdays", thursday, 600);
        order(1);

        var board = desk.plan();

        assertThat(board.lines()).hasSize(1);
        assertThat(board.lines()
                        .getFirst()
                        .time()
                        .from()
                        .atZone(feiyan.calendar.WorkingTime.ZONE)
                        .getDayOfWeek())
                .isEqualTo(DayOfWeek.THURSDAY);
    }

    @Test
    void ordersOfOneKindAreSpreadOverTheHours() {
        people(6);
        for (int i = 0; i < 4; i++) {
            order(1);
        }

        var board = desk.plan();

        assertThat(board.lines()).extracting(line -> line.time().from()).doesNotHaveDuplicates();
    }

    @Test
    void anOrderWhoseWindowIsNearlyOverIsAGapWithoutATime() {
        people(1);
        var order = order(1);
        window(
                order,
                clock.instant().minus(Duration.ofHours(5)),
                clock.instant().plus(Duration.ofMinutes(50)));

        var gap = desk.plan().gaps().getFirst();

        assertThat(gap.order()).isEqualTo(order);
        assertThat(gap.time()).isNull();
    }

    @Test
    void confidentialOrdersStandOnNoPlanAndAreCounted() {
        people(2);
        village.approved(village.confidentialProject(), wednesday);
        order(1);

        var board = desk.plan();

        assertThat(board.lines()).hasSize(1);
        assertThat(village.the(Boards.class).confidential(village.clerk, village.station))
                .isEqualTo(1);
    }

    @Test
    void whatCameSinceIsCountedAndWhatIsPlannedIsNot() {
        people(3);
        order(1);
        var board = desk.plan();
        assertThat(board.newSince()).isZero();

        order(1);
        order(1);

        assertThat(desk.look(board.plan().id()).newSince()).isEqualTo(2);
        assertThat(desk.plan().newSince()).isZero();
    }

    @Test
    void whoeverDispatchesElsewhereFindsNothingHere() {
        people(1);
        order(1);
        var board = desk.plan();
        var id = board.plan().id();
        var clerk = village.staff("Clerk", village.station, Role.CLERK);
        var stranger = Village.in(house).clerk;
        for (var other : List.of(clerk, stranger, village.requester)) {
            assertThat(refusal(plans.make(other, village.station, id))).isEqualTo("plan.not_yours");
            assertThat(village.the(Boards.class).of(other, id)).isEmpty();
            assertThat(refusal(choices.pin(other, id, 99, 1))).isEqualTo("plan.not_yours");
            assertThat(refusal(offers.sendAll(other, id, 99))).isEqualTo("plan.not_yours");
            assertThat(alternatives.of(other, id, 1)).isEmpty();
        }
        var above = village.staff("Above", village.center, Role.DISPATCHER);
        assertThat(village.the(Boards.class).of(above, id)).isPresent();
    }

    @Test
    void sendingALineAsksItsVolunteerAndNobodyElse() {
        people(3);
        order(1);
        order(1);
        var board = desk.plan();
        var line = board.lines().getFirst();

        var sent = offers.send(village.clerk, board.plan().id(), board.plan().version(), List.of(line.number()))
                .orThrow();

        assertThat(sent.sent()).isEqualTo(1);
        assertThat(state(line.order())).isEqualTo(State.OFFERED);
        var after = desk.look(board.plan().id());
        assertThat(in(after, LineState.SENT)).singleElement().satisfies(it -> {
            assertThat(it.number()).isEqualTo(line.number());
            assertThat(it.answer()).isEqualTo(OfferState.OPEN);
        });
        assertThat(in(after, LineState.PROPOSED)).hasSize(1);
        assertThat(openOffers()).containsExactly(Objects.requireNonNull(line.volunteer()));
    }

    @Test
    void sendingAllFillsOrdersOfSeveralSeatsToo() {
        people(5);
        var three = order(3);
        order(2);

        var board = desk.plan();
        var sent = offers.sendAll(village.clerk, board.plan().id(), board.plan().version())
                .orThrow();

        assertThat(sent.unsent()).isEmpty();
        assertThat(sent.sent()).isEqualTo(5);
        desk.look(board.plan().id()).lines().forEach(this::accepted);
        assertThat(state(three)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whatIsRefusedStaysWithItsReasonAndTakesNothingElseWithIt() {
        var people = people(2);
        order(1);
        order(1);
        var board = desk.plan();
        var ill = board.lines().getFirst();
        leaves(Objects.requireNonNull(ill.volunteer()));

        var sent = offers.sendAll(village.clerk, board.plan().id(), board.plan().version())
                .orThrow();

        assertThat(sent.sent()).isEqualTo(1);
        assertThat(sent.unsent()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(ill.number());
            assertThat(one.why().code()).isEqualTo("seat.no_volunteer");
        });
        var after = desk.look(board.plan().id());
        assertThat(in(after, LineState.REFUSED))
                .singleElement()
                .satisfies(line -> assertThat(
                                Objects.requireNonNull(line.refusal()).code())
                        .isEqualTo("seat.no_volunteer"));
        assertThat(state(ill.order())).isEqualTo(State.APPROVED);
        assertThat(people).hasSize(2);
    }

    @Test
    void noMorePeopleAreAskedThanThereAreSeats() {
        people(2);
        var order = order(1);
        var board = desk.plan();
        var line = board.lines().getFirst();
        var other = village.volunteer("Other");
        village.the(feiyan.dispatch.Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        line.time(),
                        List.of(new feiyan.dispatch.Invitee.ToVolunteer(other.person())))
                .orThrow();

        var sent = offers.sendAll(village.clerk, board.plan().id(), board.plan().version())
                .orThrow();

        assertThat(sent.unsent()).extracting(one -> one.why().code()).containsExactly("plan.enough_asked");
    }

    @Test
    void aLineThatSomebodyChangedSinceIsLookedAtAgainFirstAndOtherLinesAreNoMatter() {
        people(4);
        order(1);
        order(1);
        var board = desk.plan();
        var id = board.plan().id();
        int seen = board.plan().version();
        choices.pin(village.clerk, id, seen, 1).orThrow();

        assertThat(refusal(choices.takeOff(village.clerk, id, seen, 1))).isEqualTo("plan.line_moved_on");
        assertThat(choices.takeOff(village.clerk, id, seen, 2).orThrow()).isEqualTo(seen + 2);
        assertThat(refusal(offers.send(village.clerk, id, seen, List.of(1)).map(Sent::unsent)))
                .contains("plan.line_moved_on");
        assertThat(desk.look(id).lines().getFirst().state()).isEqualTo(LineState.PROPOSED);
    }

    @Test
    void whatIsPinnedStaysAndWhoIsBannedDoesNotComeAgain() {
        people(2);
        var kept = order(1);
        var other = order(1);
        var board = desk.plan();
        var id = board.plan().id();
        var pinned = line(board, kept);
        var banned = line(board, other);
        int seen = choices.pin(village.clerk, id, board.plan().version(), pinned.number())
                .orThrow();
        choices.ban(village.clerk, id, seen, banned.number()).orThrow();
        assertThat(line(desk.look(id), other).state()).isEqualTo(LineState.OPEN);

        var again = desk.plan();

        assertThat(line(again, kept).volunteer()).isEqualTo(pinned.volunteer());
        assertThat(line(again, kept).pinned()).isTrue();
        assertThat(line(again, other).volunteer()).isNotEqualTo(banned.volunteer());
        assertThat(line(desk.plan(), other).volunteer()).isNotEqualTo(banned.volunteer());
        assertThat(refusal(choices.pin(village.clerk, id, 99, 1))).isEqualTo("plan.replaced");
    }

    @Test
    void whoWasAskedStaysWhenItIsPlannedAnewAndIsNotAskedTwice() {
        people(3);
        order(1);
        var board = desk.plan();
        var line = board.lines().getFirst();
        offers.sendAll(village.clerk, board.plan().id(), board.plan().version()).orThrow();
        order(1);

        var again = desk.plan();

        assertThat(in(again, LineState.ASKED)).singleElement().satisfies(it -> {
            assertThat(it.order()).isEqualTo(line.order());
            assertThat(it.volunteer()).isEqualTo(line.volunteer());
        });
        assertThat(offers.sendAll(village.clerk, again.plan().id(), again.plan().version())
                        .orThrow()
                        .sent())
                .isEqualTo(1);
    }

    @Test
    void whoIsMovedLeavesTheirOtherLineToSomebodyElseAndThatIsSeenBefore() {
        people(3);
        var one = order(1);
        var other = order(1);
        var time = sameTime(one, other);
        var board = desk.plan();
        assertThat(board.lines())
                .allSatisfy(line -> assertThat(line.time().from()).isEqualTo(time));
        var busy = Objects.requireNonNull(line(board, other).volunteer());
        var seen = alternatives
                .of(village.clerk, board.plan().id(), line(board, one).number())
                .stream()
                .filter(it -> it.suggestion().volunteer().equals(busy))
                .findFirst()
                .orElseThrow();
        assertThat(seen.displaced()).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo(line(board, other).number());
            assertThat(it.to()).isNotNull();
        });

        choices.move(
                        village.clerk,
                        board.plan().id(),
                        board.plan().version(),
                        line(board, one).number(),
                        busy)
                .orThrow();

        var after = desk.look(board.plan().id());
        assertThat(line(after, one).volunteer()).isEqualTo(busy);
        assertThat(line(after, one).proposed()).isEqualTo(line(board, one).volunteer());
        assertThat(line(after, one).pinned()).isTrue();
        assertThat(line(after, other).volunteer())
                .isEqualTo(
                        Objects.requireNonNull(seen.displaced().getFirst().to()).volunteer());
        assertThat(village.the(Boards.class).changes(village.clerk, board.plan().id()))
                .extracting(PlanChange::kind)
                .contains(PlanChange.Kind.DISPLACE, PlanChange.Kind.MOVE);
    }

    @Test
    void whoIsNamedForOneSeatOfAnOrderIsNotMovedToAnotherEvenWhereTheirOfferRanOut() {
        people(2);
        order(2);
        var board = desk.plan();
        var id = board.plan().id();
        var asked = Objects.requireNonNull(board.lines().getFirst().volunteer());
        offers.send(village.clerk, id, board.plan().version(), List.of(1)).orThrow();
        village.the(OfferExpiry.class).expire(village.county, wednesday);
        var now = desk.look(id);
        assertThat(now.lines().getFirst().volunteer()).isEqualTo(asked);

        assertThat(refusal(choices.move(village.clerk, id, now.plan().version(), 2, asked)))
                .isEqualTo("plan.cannot_take");
    }

    @Test
    void nobodyIsMovedOntoWhatTheRulesForbidThem() {
        people(1);
        order(1);
        var board = desk.plan();
        var unfit = village.volunteer("Never", WeekHours.NONE, 600);

        assertThat(refusal(choices.move(
                        village.clerk, board.plan().id(), board.plan().version(), 1, unfit.person())))
                .isEqualTo("plan.cannot_take");
    }

    @Test
    void whatPeopleChangedIsKeptWithWhoAndFromWhom() {
        people(2);
        order(1);
        var board = desk.plan();
        var was = board.lines().getFirst();
        choices.takeOff(village.clerk, board.plan().id(), board.plan().version(), 1)
                .orThrow();

        assertThat(village.the(Boards.class)
                        .changes(village.clerk, board.plan().id())
                        .getFirst())
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(PlanChange.Kind.TAKE_OFF);
                    assertThat(change.by()).isEqualTo(village.clerk.person());
                    assertThat(change.insteadOf()).isEqualTo(was.volunteer());
                    assertThat(change.wasCost()).isEqualTo(was.cost());
                });
        assertThat(db.sql("select was_terms from plan_change where county_id = :county and kind = 'take_off'")
                        .param("county", village.county.value())
                        .query((row, number) -> (Integer[]) row.getArray(1).getArray())
                        .single())
                .hasSize(8);
    }

    @Test
    void thePlanThatIsReplacedCanBeSentNoMore() {
        people(2);
        order(1);
        var first = desk.plan();
        desk.plan();

        assertThat(refusal(offers.sendAll(
                        village.clerk, first.plan().id(), first.plan().version())))
                .isEqualTo("plan.replaced");
        assertThat(refusal(
                        plans.make(village.clerk, village.station, first.plan().id())))
                .isEqualTo("plan.replaced");
        assertThat(plans.made(village.clerk, village.station, null))
                .extracting(Plan::state)
                .containsExactly(PlanState.READY, PlanState.REPLACED);
    }

    @Test
    void aPlanWhoseMakerIsGoneGivesWayToTheNext() {
        people(1);
        order(1);
        db.sql("""
                insert into dispatch_plan (county_id, id, unit_id, version, state, phase, asked_by, asked_at, seed)
                values (:county, :id, :unit, 1, 'MAKING', 'READING', :by, :at, 1)
                """)
                .param("county", village.county.value())
                .param("id", feiyan.platform.Ids.next())
                .param("unit", village.station.value())
                .param("by", village.clerk.person().value())
                .param("at", DbTime.of(clock.instant().minus(Duration.ofMinutes(5))))
                .update();

        assertThat(desk.plan().lines()).hasSize(1);
    }

    private Set<PersonId> people(int many) {
        var people = new HashSet<PersonId>();
        for (int i = 0; i < many; i++) {
            people.add(village.volunteer("Volunteer " + i).person());
        }
        return people;
    }

    private OrderId order(int headcount) {
        return village.approved(village.project(headcount, 60), wednesday);
    }

    /** Their windows leave nothing but one hour. */
    private Instant sameTime(OrderId... orders) {
        for (var order : orders) {
            window(order, wednesday, wednesday.plus(Duration.ofHours(1)));
        }
        return wednesday;
    }

    private void window(OrderId order, Instant from, Instant to) {
        db.sql("update service_order set window_from = :from, window_to = :to where county_id = :county and id = :id")
                .param("from", DbTime.of(from))
                .param("to", DbTime.of(to))
                .param("county", village.county.value())
                .param("id", order.value())
                .update();
    }

    private void leaves(PersonId person) {
        db.sql("update volunteer set left_at = :now where county_id = :county and person_id = :person")
                .param("now", DbTime.of(clock.instant()))
                .param("county", village.county.value())
                .param("person", person.value())
                .update();
    }

    private void accepted(PlanLine line) {
        var volunteer = Objects.requireNonNull(line.volunteer());
        village.the(Answers.class)
                .accept(Actor.withoutPosts(village.county, volunteer), Objects.requireNonNull(line.offer()))
                .orThrow();
    }

    private Set<PersonId> openOffers() {
        return db
                .sql("select volunteer_id from offer where county_id = :county and state = 'OPEN'")
                .param("county", village.county.value())
                .query((row, number) -> new PersonId(row.getObject(1, java.util.UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static PlanLine line(Board board, OrderId order) {
        return board.lines().stream()
                .filter(line -> line.order().equals(order))
                .findFirst()
                .orElseThrow();
    }

    private feiyan.orders.ServiceSheet sheet(OrderId order) {
        return village.the(ServiceSheets.class).find(village.county, order).orElseThrow();
    }

    private State state(OrderId order) {
        return sheet(order).state();
    }
}
