package feiyan.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final PlanOptions SOME = PlanOptions.repeatable(1, 2_000);

    private static Plan plan(List<OpenOrder> orders, List<FreeVolunteer> people, Ties ties) {
        return new Planner(new CandidateIndex(people, Weights.STANDARD), Weights.STANDARD)
                .plan(orders, SOME, ties, () -> false);
    }

    private static Ties pinned(Pair... pairs) {
        return new Ties(Set.of(pairs), Set.of(), Set.of(), 0);
    }

    private static Set<Pair> pairs(Plan plan) {
        var pairs = new HashSet<Pair>();
        plan.seats().forEach(seat -> pairs.add(seat.pair()));
        return pairs;
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        var people = new Weeks(3).people(300);
        var orders = new Weeks(4).orders(150, 300);
        assertThat(plan(orders, people, Ties.NONE).seats())
                .isEqualTo(plan(orders, people, Ties.NONE).seats());
    }

    @Test
    void noPlanBeatsTheBoundAndSearchingNeverHarms() {
        for (long seed = 0; seed < 20; seed++) {
            var people = new Weeks(seed).people(200);
            var orders = new Weeks(seed + 100).orders(100, 200);
            var planner = new Planner(new CandidateIndex(people, Weights.STANDARD), Weights.STANDARD);
            var first = planner.plan(orders, SOME.only(PlanOptions.Effort.CHAINS));
            var better = planner.plan(orders, SOME);
            assertThat(better.cost()).isBetween(better.bound(), first.cost());
        }
    }

    @Test
    void whereNobodyIsWantedTwiceTheBoundIsTheCost() {
        var people = new Weeks(5).people(2_000);
        var orders = new Weeks(6).orders(20, 2_000);
        var plan = plan(orders, people, Ties.NONE);
        assertThat(plan.seats()).isNotEmpty();
        assertThat(plan.bound()).isBetween(plan.cost() / 100 * 99, plan.cost());
    }

    /** All live at one place and cost the same: the shortlists of all orders would be the same seventeen people. */
    @Test
    void ordersOfOneVillageFindMoreThanTheFirstFewOfManyAlike() {
        var people = IntStream.range(0, 120).mapToObj(PlannerTest::neighbour).toList();
        var orders = IntStream.range(0, 200)
                .mapToObj(id -> new OpenOrder(
                        id,
                        100,
                        100,
                        Skills.NONE,
                        1,
                        600 + id % 6 * 120,
                        60,
                        0,
                        0,
                        0,
                        false,
                        OpenOrder.NOBODY,
                        OpenOrder.NOBODY))
                .toList();

        var plan = plan(orders, people, Ties.NONE);

        assertThat(plan.open()).isEmpty();
        assertThat(plan.seats()).hasSize(200);
    }

    /** Has two hours a week. */
    private static FreeVolunteer neighbour(int id) {
        return new FreeVolunteer(
                id, 100, 100, 5_000, Skills.NONE, WeekBits.ALWAYS, 0, 120, 450, 1000, 1, 1, false, false, List.of());
    }

    @Test
    void nobodyIsInTwoPlacesAtOnceAndNoTeamIsTooLarge() {
        var people = new Weeks(5).people(200);
        var orders = new Weeks(6).orders(150, 200);
        var plan = plan(orders, people, Ties.NONE);
        var minutes = new HashMap<Integer, Integer>();
        for (var one : pairs(plan)) {
            var order = orders.get(one.order());
            assertThat(HardRules.allow(order, people.get(one.volunteer()))).isTrue();
            minutes.merge(one.volunteer(), order.duration(), Integer::sum);
            for (var other : pairs(plan)) {
                boolean same = one.equals(other) || one.volunteer() != other.volunteer();
                assertThat(same || !Ground.conflict(order, orders.get(other.order())))
                        .isTrue();
            }
        }
        minutes.forEach((who, sum) ->
                assertThat(sum).isLessThanOrEqualTo(people.get(who).weeklyLimit()));
        assertThat(plan.seats()).hasSameSizeAs(pairs(plan));
    }

    @Test
    void whatIsPinnedStaysThoughAnotherIsNearer() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 5_000));
        var orders = List.of(Weeks.need(0, 0, 1, 600));
        assertThat(pairs(plan(orders, people, Ties.NONE))).containsExactly(new Pair(0, 0));
        assertThat(pairs(plan(orders, people, pinned(new Pair(0, 1))))).containsExactly(new Pair(0, 1));
    }

    @Test
    void aPinIsKeptBeyondTheShortlist() {
        var people = IntStream.range(0, 100)
                .mapToObj(id -> Weeks.helper(id, 10 * id))
                .toList();
        var plan = plan(List.of(Weeks.need(0, 0, 1, 600)), people, pinned(new Pair(0, 99)));
        assertThat(pairs(plan)).containsExactly(new Pair(0, 99));
    }

    @Test
    void aPinThatBreaksARuleIsNotKeptAndIsNamed() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 90_000));
        var orders = List.of(Weeks.need(0, 0, 1, 600), Weeks.need(1, 0, 1, 630));
        var plan = plan(orders, people, pinned(new Pair(0, 0), new Pair(1, 0), new Pair(1, 1)));
        assertThat(plan.unkept()).containsExactly(new Pair(1, 0), new Pair(1, 1));
        assertThat(pairs(plan)).containsExactly(new Pair(0, 0));
        assertThat(plan.open()).containsExactly(new Plan.Open(1, 1, 0));
    }

    @Test
    void aForbiddenPairIsNeverPlanned() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 5_000));
        var ties = new Ties(Set.of(), Set.of(new Pair(0, 0)), Set.of(), 0);
        assertThat(pairs(plan(List.of(Weeks.need(0, 0, 1, 600)), people, ties))).containsExactly(new Pair(0, 1));
    }

    @Test
    void whoHasBeenAskedStaysUnlessAnotherIsBetterByMoreThanThatIsWorth() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 1_000));
        var orders = List.of(Weeks.need(0, 0, 1, 600));
        var asked = Set.of(new Pair(0, 1));
        var kept = plan(orders, people, new Ties(Set.of(), Set.of(), asked, 1_301));
        assertThat(pairs(kept)).containsExactly(new Pair(0, 1));
        assertThat(kept.cost()).isEqualTo(1_300);
        assertThat(kept.seats().getFirst().cost()).isEqualTo(1_300);
        assertThat(pairs(plan(orders, people, new Ties(Set.of(), Set.of(), asked, 1_299))))
                .containsExactly(new Pair(0, 0));
    }

    @Test
    void aSeatTellsWhatTheNextBestWouldCost() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 1_000));
        var alone = plan(List.of(Weeks.need(0, 0, 1, 600)), people, Ties.NONE)
                .seats()
                .getFirst();
        assertThat(alone.untilNextBest()).hasValue(1_300);
        var both = plan(List.of(Weeks.need(0, 0, 2, 600)), people, Ties.NONE).seats();
        assertThat(both).allMatch(seat -> seat.untilNextBest().isEmpty());
    }

    @Test
    void moreHeadsThanPeopleLeavesSeatsThatNobodyCouldFill() {
        var plan = plan(List.of(Weeks.need(0, 0, 5, 600)), List.of(Weeks.helper(0, 0), Weeks.helper(1, 0)), Ties.NONE);
        assertThat(plan.seats()).hasSize(2);
        assertThat(plan.open()).containsExactly(new Plan.Open(0, 3, 3));
        assertThat(plan.cost()).isZero();
    }

    @Test
    void allAtOneHourGivesEachOneTask() {
        var people = IntStream.range(0, 30)
                .mapToObj(id -> Weeks.helper(id, 100 * id))
                .toList();
        var orders = IntStream.range(0, 60)
                .mapToObj(id -> Weeks.need(id, 50 * id, 1, 600))
                .toList();
        var plan = plan(orders, people, Ties.NONE);
        assertThat(plan.seats()).hasSize(30);
        assertThat(plan.seats().stream().map(seat -> seat.pair().volunteer()).distinct())
                .hasSize(30);
    }

    @Test
    void nothingToPlanAndNobodyToPlanWithIsAnEmptyPlan() {
        assertThat(plan(List.of(), List.of(Weeks.helper(0, 0)), Ties.NONE).seats())
                .isEmpty();
        var plan = plan(List.of(Weeks.need(0, 0, 2, 600)), List.of(), Ties.NONE);
        assertThat(plan.seats()).isEmpty();
        assertThat(plan.cost()).isZero();
        assertThat(plan.open()).containsExactly(new Plan.Open(0, 2, 2));
    }

    @Test
    void cancellingKeepsTheBestSoFar() {
        var people = new Weeks(7).people(200);
        var orders = new Weeks(8).orders(150, 200);
        var planner = new Planner(new CandidateIndex(people, Weights.STANDARD), Weights.STANDARD);
        var asked = new AtomicInteger();
        var patient = PlanOptions.within(1, Duration.ofMinutes(10));
        var plan = planner.plan(orders, patient, Ties.NONE, () -> asked.incrementAndGet() > 5);
        assertThat(asked).hasValue(6);
        assertThat(plan.cost())
                .isLessThanOrEqualTo(planner.plan(orders, patient.only(PlanOptions.Effort.CHAINS))
                        .cost());
    }
}
