package feiyan.dispatch.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feiyan.cast.AtOnce;
import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.WeightTrial.State;
import feiyan.dispatch.trial.WeightTrial.Value;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.PolicyChanges;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FeiyanTest(properties = "feiyan.jobs=false")
class WeightTrialsTest {

    private static final Map<Weight, Integer> ONE_MAY_DO_IT_ALL = Map.of(Weight.AGAIN, 0);
    private static final String HERE = "127.0.0.1";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private WeightTrials trials;

    @Autowired
    private TrialRows rows;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyChanges changes;

    @Autowired
    private AppClock clock;

    private NearAndFar world;
    private Actor administrator;

    @BeforeEach
    void aVillage() {
        world = new NearAndFar(house, false);
        administrator = world.village.administrator;
    }

    @Test
    void itSaysWhoWouldHaveBeenAskedInsteadHowFarAndHowFairly() {
        var trial = tried(administrator, ONE_MAY_DO_IT_ALL);
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.values()).isEqualTo(Map.of(Weight.AGAIN, new Value(1_500, 0)));
        var result = Objects.requireNonNull(trial.result());
        assertThat(result.orders()).isEqualTo(2);
        assertThat(result.leftOut()).isZero();
        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.held().filled()).isEqualTo(2);
        assertThat(result.held().asked()).isEqualTo(2);
        assertThat(result.held().meanMetres()).isEqualTo(445);
        assertThat(result.held().ninthMetres()).isEqualTo(889);
        assertThat(result.held().spread().gini()).isZero();
        assertThat(result.tried().asked()).isEqualTo(1);
        assertThat(result.tried().meanMetres()).isZero();
        assertThat(result.tried().spread().gini()).isCloseTo(0.5, within(1e-9));
        assertThat(result.tried().spread().people()).isEqualTo(2);
        assertThat(result.examples()).singleElement().satisfies(example -> {
            assertThat(example.held()).isEqualTo(world.far.person());
            assertThat(example.tried()).isEqualTo(world.near.person());
        });
        assertThat(policies.of(world.village.county).get(Policy.WEIGHT_AGAIN))
                .as("trying decides nothing")
                .isEqualTo(1_500);
    }

    /** The administrator who is no dispatcher reads no order's number; one who is reads it. */
    @Test
    void numbersOfOrdersAreForThoseWhomOrdersConcern() {
        var plain = tried(administrator, ONE_MAY_DO_IT_ALL);
        assertThat(Objects.requireNonNull(plain.result()).examples().getFirst().number())
                .isNull();
        var posts = Set.of(
                new Post(world.village.center, Role.ADMINISTRATOR), new Post(world.village.center, Role.DISPATCHER));
        var both = new Actor(world.village.county, administrator.person(), posts);
        var seen = trials.find(both, plain.id()).orThrow();
        assertThat(Objects.requireNonNull(seen.result()).examples().getFirst().number())
                .isNotBlank();
    }

    @Test
    void confidentialOrdersAreCountedButNoExample() {
        var quiet = new NearAndFar(house, true);
        var result = Objects.requireNonNull(
                tried(quiet.village.administrator, ONE_MAY_DO_IT_ALL).result());
        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.examples()).isEmpty();
    }

    @Test
    void whatWasTriedHoldsOnceItIsDecidedWithWhoAndWhen() {
        var trial = tried(administrator, Map.of(Weight.AGAIN, 0, Weight.WAY, 2_000));
        trials.decide(administrator, trial.id(), HERE).orThrow();
        var now = policies.of(world.village.county);
        assertThat(now.get(Policy.WEIGHT_AGAIN)).isZero();
        assertThat(now.get(Policy.WEIGHT_WAY)).isEqualTo(2_000);
        assertThat(changes.latest(world.village.county, null))
                .filteredOn(change -> change.key().startsWith("dispatch.weight."))
                .hasSize(2)
                .allSatisfy(change ->
                        assertThat(change.by()).isEqualTo(administrator.person().value()));
        assertThat(AtOnce.refusals(List.of(trials.decide(administrator, trial.id(), HERE))))
                .containsExactly("policy.moved_on");
    }

    @Test
    void whereOneWasDecidedMeanwhileNoneIsChanged() {
        var trial = tried(administrator, Map.of(Weight.AGAIN, 0, Weight.WAY, 2_000));
        policies.set(world.village.county, Policy.WEIGHT_WAY, 900, null).orThrow();
        assertThat(AtOnce.refusals(List.of(trials.decide(administrator, trial.id(), HERE))))
                .containsExactly("policy.moved_on");
        assertThat(policies.of(world.village.county).get(Policy.WEIGHT_AGAIN)).isEqualTo(1_500);
    }

    @Test
    void ofManyWhoBeginAtOnceOneTries() {
        var attempts = IntStream.range(0, 6)
                .<Supplier<Outcome<WeightTrialId>>>mapToObj(
                        n -> () -> trials.begin(administrator, Map.of(Weight.AGAIN, n)))
                .toList();
        var outcomes = AtOnce.all(attempts);
        assertThat(AtOnce.refusals(outcomes)).hasSizeLessThan(6).containsOnly("weights.running");
        for (var id : AtOnce.done(outcomes)) {
            Trials.over(trials, administrator, id);
        }
    }

    @Test
    void aTrialWhoseInstanceHasEndedKeepsNobodyFromTheNext() {
        var lost = new WeightTrialId(Ids.next());
        var longAgo = clock.instant().minus(Duration.ofMinutes(2));
        var village = world.village;
        village.the(Transactions.class)
                .write(() -> Outcome.done(
                        rows.begin(administrator, lost, Map.of(Weight.AGAIN, new Value(1_500, 7)), longAgo)))
                .orThrow();
        assertThat(trials.find(administrator, lost).orThrow().state()).isEqualTo(State.FAILED);
        assertThat(AtOnce.refusals(List.of(trials.decide(administrator, lost, HERE))))
                .containsExactly("weights.not_tried");
        assertThat(trials.begin(administrator, ONE_MAY_DO_IT_ALL)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTrialIsForgottenAfterThirtyDaysAndNotBefore() {
        var trial = tried(administrator, ONE_MAY_DO_IT_ALL).id();
        var sweep = world.village.the(TrialSweep.class);
        clock.at(clock.instant().plus(Duration.ofDays(29)), sweep::sweep);
        assertThat(trials.find(administrator, trial)).isInstanceOf(Outcome.Done.class);
        clock.at(clock.instant().plus(Duration.ofDays(31)), sweep::sweep);
        assertThat(AtOnce.refusals(List.of(trials.find(administrator, trial)))).containsExactly("weights.unknown");
    }

    @Test
    void itIsForTheAdministratorsOfTheCenterAndForNewNumbersWithinBounds() {
        var below = world.village.staff("Sun", world.village.station, Role.ADMINISTRATOR);
        for (var other : List.of(below, world.village.clerk, world.village.requester)) {
            assertThat(AtOnce.refusals(List.of(trials.begin(other, ONE_MAY_DO_IT_ALL))))
                    .containsExactly("policy.not_yours");
        }
        var refused = Stream.of(Map.<Weight, Integer>of(), Map.of(Weight.AGAIN, 1_500), Map.of(Weight.AGAIN, -1))
                .map(wanted -> trials.begin(administrator, wanted))
                .toList();
        assertThat(AtOnce.refusals(refused))
                .containsExactly("weights.nothing_new", "weights.nothing_new", "policy.out_of_bounds");
    }

    private WeightTrial tried(Actor actor, Map<Weight, Integer> wanted) {
        return Trials.over(trials, actor, trials.begin(actor, wanted).orThrow());
    }
}
