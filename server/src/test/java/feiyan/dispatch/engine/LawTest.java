package feiyan.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house's law is kept by each step of a plan, whatever the engine's own rules would let pass. */
class LawTest {

    private static final PlanOptions SOME = PlanOptions.repeatable(1, 2_000);
    private static final int MOST_MINUTES = 300;
    private static final int REST = 11 * 60;

    /** Odd people serve no odd orders; nobody more than five hours in all; and nights are for sleeping. */
    private static final Law STRICT = new Law() {
        @Override
        public boolean allows(OpenOrder order, int volunteer) {
            return volunteer % 2 == 0 || order.id() % 2 == 0;
        }

        @Override
        public boolean keepsApart(OpenOrder one, OpenOrder other) {
            int gap = Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
            return one.start() / 1440 != other.start() / 1440 && gap < REST;
        }

        @Override
        public boolean allowsBeside(OpenOrder order, int volunteer, List<OpenOrder> tasks) {
            return allows(order, volunteer)
                    && order.duration()
                                    + tasks.stream()
                                            .mapToInt(OpenOrder::duration)
                                            .sum()
                            <= MOST_MINUTES;
        }
    };

    private static Plan plan(List<OpenOrder> orders, List<FreeVolunteer> people, Ties ties, Law law) {
        return new Planner(new CandidateIndex(people, Weights.STANDARD), Weights.STANDARD)
                .plan(orders, SOME, ties, law, () -> false);
    }

    @Test
    void noPlanBreaksTheLaw() {
        int together = 0;
        for (long seed = 0; seed < 30; seed++) {
            var people = new Weeks(seed).people(60);
            var orders = new Weeks(seed + 100).orders(80, 60);
            var tasks = new HashMap<Integer, List<OpenOrder>>();
            for (var seat : plan(orders, people, Ties.NONE, STRICT).seats()) {
                var order = orders.get(seat.pair().order());
                int who = seat.pair().volunteer();
                assertThat(STRICT.allows(order, who)).isTrue();
                var others = tasks.computeIfAbsent(who, none -> new ArrayList<>());
                assertThat(others).noneMatch(other -> STRICT.keepsApart(order, other));
                assertThat(STRICT.allowsBeside(order, who, others)).isTrue();
                others.add(order);
                together += others.size() > 1 ? 1 : 0;
            }
        }
        assertThat(together).as("people with more than one task").isPositive();
    }

    @Test
    void withoutALawItIsThePlanThatItWas() {
        var people = new Weeks(7).people(200);
        var orders = new Weeks(8).orders(100, 200);
        var planner = new Planner(new CandidateIndex(people, Weights.STANDARD), Weights.STANDARD);
        assertThat(plan(orders, people, Ties.NONE, Law.NONE).seats())
                .isEqualTo(planner.plan(orders, SOME).seats());
    }

    @Test
    void whatTheLawForbidsIsNotKeptThoughItWasPinned() {
        var near = Weeks.helper(0, 0);
        var odd = Weeks.helper(1, 100);
        var order = Weeks.need(1, 0, 1, 600);
        var pinned = new Ties(Set.of(new Pair(0, 1)), Set.of(), Set.of(), 0);
        var plan = plan(List.of(order), List.of(near, odd), pinned, STRICT);
        assertThat(plan.unkept()).containsExactly(new Pair(0, 1));
        assertThat(plan.seats()).extracting(Plan.Seat::pair).containsExactly(new Pair(0, 0));
    }

    @Test
    void oneIsDrivenOutWhereTheLawKeepsTwoTasksApart() {
        var both = Weeks.helper(0, 0);
        var evening = Weeks.need(1, 0, 1, 1_260);
        var nextMorning = Weeks.need(2, 0, 1, 1_500);
        var plan = plan(List.of(evening, nextMorning), List.of(both), Ties.NONE, STRICT);
        assertThat(plan.seats()).hasSize(1);
        var two = plan(List.of(evening, nextMorning), List.of(both, Weeks.helper(2, 9_000)), Ties.NONE, Law.NONE);
        assertThat(two.seats()).hasSize(2).allMatch(seat -> seat.pair().volunteer() == 0);
    }

    @Test
    void aRemoteServiceIsNoWayFromAnywhere() {
        var near = Weeks.helper(0, 0);
        var far = Weeks.helper(1, 40_000_000);
        var remote = remote(Weeks.need(1, 0, 1, 600));
        var index = new CandidateIndex(List.of(far, near), Weights.STANDARD);
        assertThat(index.cheapest(remote, 5)).containsExactly(new Candidate(0, 0), new Candidate(1, 0));
        assertThat(index.terms(remote, 0).way()).isZero();
        assertThat(Ground.conflict(remote, Weeks.need(2, 9_000, 1, 600 + remote.duration())))
                .isFalse();
    }

    @Test
    void ofTwoWhoCostTheSameItIsWhoseTurnItIs() {
        var people = new ArrayList<FreeVolunteer>();
        for (int id = 0; id < 100; id++) {
            people.add(Weeks.helper(id, 0));
        }
        var index = new CandidateIndex(people, Weights.STANDARD);
        var order = Weeks.need(1, 0, 1, 600);
        assertThat(index.cheapest(order, 3, who -> who != 98, (one, other) -> Integer.compare(other, one)))
                .extracting(Candidate::volunteer)
                .containsExactly(99, 97, 96);
    }

    private static OpenOrder remote(OpenOrder order) {
        return new OpenOrder(
                order.id(),
                OpenOrder.NOWHERE,
                OpenOrder.NOWHERE,
                order.skills(),
                order.headcount(),
                order.start(),
                order.duration(),
                order.urgency(),
                order.gender(),
                order.language(),
                order.partyPreferred(),
                order.previous(),
                order.named());
    }
}
