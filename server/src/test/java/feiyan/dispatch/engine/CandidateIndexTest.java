package feiyan.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateIndexTest {

    private static final int PEOPLE = 900;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theCheapestAreThoseThatLookingAtEverybodyFindsTiesIncluded(long seed) {
        var weeks = new Weeks(seed);
        var people = weeks.people(PEOPLE);
        var index = new CandidateIndex(people, Weights.STANDARD);
        for (var order : weeks.orders(200, PEOPLE)) {
            assertThat(index.cheapest(order, 20)).isEqualTo(Weeks.bruteForce(people, order, 20));
            assertThat(index.cheapest(order, 3)).isEqualTo(Weeks.bruteForce(people, order, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void afterChangesItAnswersAsOneMadeAnew(long seed) {
        var weeks = new Weeks(seed);
        var random = new SplittableRandom(seed);
        var people = new ArrayList<>(weeks.people(PEOPLE));
        var index = new CandidateIndex(people, Weights.STANDARD);
        for (int round = 0; round < 300; round++) {
            int who = random.nextInt(PEOPLE);
            var order = weeks.order(round, PEOPLE);
            if (random.nextBoolean()) {
                people.set(who, weeks.person(who));
                index.changed(who, people.get(who));
            } else {
                people.set(who, people.get(who).busyWith(order));
                index.seatTaken(who, order);
            }
            if (round % 10 == 0) {
                var anew = new CandidateIndex(people, Weights.STANDARD);
                assertThat(index.cheapest(order, 20)).isEqualTo(anew.cheapest(order, 20));
                assertThat(index.shortage(order, 50)).isEqualTo(anew.shortage(order, 50));
            }
        }
    }

    @Test
    void theTermsAddUpToTheCost() {
        var weeks = new Weeks(9);
        var people = weeks.people(PEOPLE);
        var index = new CandidateIndex(people, Weights.STANDARD);
        for (var order : weeks.orders(100, PEOPLE)) {
            for (var candidate : index.cheapest(order, 20)) {
                assertThat(index.terms(order, candidate.volunteer()).sum()).isEqualTo(candidate.cost());
            }
        }
    }

    @Test
    void whoTookASeatCannotServeAnotherUntilTheyHaveTravelled() {
        var index = new CandidateIndex(List.of(Weeks.helper(0, 0)), Weights.STANDARD);
        index.seatTaken(0, Weeks.need(1, 0, 1, 600));
        assertThat(index.against(Weeks.need(2, 4_000, 1, 670), 0)).containsExactly(HardRules.OVERLAP);
        assertThat(index.against(Weeks.need(3, 4_000, 1, 678), 0)).isEmpty();
        assertThat(index.against(Weeks.need(4, 0, 1, 660), 0)).isEmpty();
    }

    @Test
    void eachHardRuleIsNamed() {
        var nobody = new FreeVolunteer(
                0,
                0,
                0,
                100,
                Skills.NONE,
                new WeekBits(0, 0, 0),
                0,
                30,
                500,
                1_000,
                1,
                1,
                false,
                true,
                List.of(Weeks.need(9, 0, 1, 600)));
        var order = new OpenOrder(
                1, 500, 0, Skills.NONE.and(70), 1, 600, 60, 0, 2, 0, false, OpenOrder.NOBODY, OpenOrder.NOBODY);
        assertThat(new CandidateIndex(List.of(nobody), Weights.STANDARD).against(order, 0))
                .containsExactlyInAnyOrder(HardRules.values());
    }

    @Test
    void aShortageSaysHowManyOfTheSkilledEachRuleStandsAgainst() {
        var people = List.of(Weeks.helper(0, 0), Weeks.helper(1, 60_000), Weeks.helper(2, 70_000));
        var index = new CandidateIndex(people, Weights.STANDARD);
        index.seatTaken(0, Weeks.need(1, 0, 1, 600));
        var shortage = index.shortage(Weeks.need(2, 0, 1, 600), 10);
        assertThat(shortage.skilled()).isEqualTo(3);
        assertThat(shortage.against()).containsOnly(Map.entry(HardRules.OVERLAP, 1), Map.entry(HardRules.TOO_FAR, 2));
    }

    @Test
    void whereNobodyHasTheSkillThereIsNobodyToLookAt() {
        var index = new CandidateIndex(List.of(Weeks.helper(0, 0)), Weights.STANDARD);
        var order = new OpenOrder(
                1, 0, 0, Skills.NONE.and(2), 1, 600, 60, 0, 0, 0, false, OpenOrder.NOBODY, OpenOrder.NOBODY);
        assertThat(index.shortage(order, 10).skilled()).isZero();
        assertThat(index.cheapest(order, 10)).isEmpty();
    }

    @Test
    void nobodyAndAllAtOneSpotAreNoSpecialCase() {
        assertThat(new CandidateIndex(List.of(), Weights.STANDARD).cheapest(Weeks.need(1, 0, 1, 600), 20))
                .isEmpty();
        var crowd =
                IntStream.range(0, 10_000).mapToObj(id -> Weeks.helper(id, 5)).toList();
        var first = new CandidateIndex(crowd, Weights.STANDARD).cheapest(Weeks.need(1, 5, 1, 600), 20);
        assertThat(first.stream().map(Candidate::volunteer).collect(Collectors.toList()))
                .isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void whoIsOutOfTheQuestionIsPassedOver() {
        var index = new CandidateIndex(List.of(Weeks.helper(0, 0), Weeks.helper(1, 900)), Weights.STANDARD);
        assertThat(index.cheapest(Weeks.need(1, 0, 1, 600), 5, who -> who != 0))
                .extracting(Candidate::volunteer)
                .containsExactly(1);
    }
}
