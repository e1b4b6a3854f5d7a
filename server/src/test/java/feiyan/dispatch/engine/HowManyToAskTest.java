package feiyan.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feiyan.dispatch.engine.HowManyToAsk.Waiting;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HowManyToAskTest {

    private static final double SOON = 1e-6;

    private static Invitee invitee(int who, double saysYes) {
        return new Invitee(who, 100 * who, saysYes, SOON);
    }

    /** Every set of them, counted out: the smallest that reaches the target. */
    private static int smallest(List<Invitee> all, int seats, double target) {
        int least = all.size();
        for (int set = 0; set < 1 << all.size(); set++) {
            if (Integer.bitCount(set) < least && chance(all, set, seats) >= target) {
                least = Integer.bitCount(set);
            }
        }
        return least;
    }

    private static double chance(List<Invitee> all, int set, int seats) {
        double enough = 0;
        for (int yes = set; ; yes = (yes - 1) & set) {
            double p = Integer.bitCount(yes) >= seats ? 1 : 0;
            for (int i = 0; i < all.size() && p > 0; i++) {
                if ((set >> i & 1) == 1) {
                    p *= (yes >> i & 1) == 1
                            ? all.get(i).saysYes()
                            : 1 - all.get(i).saysYes();
                }
            }
            enough += p;
            if (yes == 0) {
                return enough;
            }
        }
    }

    @Test
    void atTheLastLookItAsksTheFewestThatCanBeEnough() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 30; round++) {
            var all = IntStream.range(0, 8)
                    .mapToObj(who -> invitee(who, 0.2 + 0.7 * random.nextDouble()))
                    .toList();
            int seats = 1 + round % 2;
            var asking = new HowManyToAsk(0.7, 60).now(seats, 60, List.of(), all);
            assertThat(asking.invitees()).hasSize(smallest(all, seats, 0.7));
        }
    }

    @Test
    void theChanceItTellsIsTheOneCountedOut() {
        var all = List.of(invitee(0, 0.5), invitee(1, 0.4), invitee(2, 0.3));
        var asking = new HowManyToAsk(0.99, 60).now(1, 60, List.of(), all);
        assertThat(asking.chance()).isCloseTo(1 - 0.5 * 0.6 * 0.7, within(1e-9));
        assertThat(asking.invitees()).extracting(Invitee::volunteer).containsExactly(0, 1, 2);
    }

    @Test
    void withTimeToSpareFewerAreAskedFirst() {
        var all = IntStream.range(0, 20)
                .mapToObj(who -> new Invitee(who, who, 0.3, 60))
                .toList();
        var asks = new HowManyToAsk(0.95, 30);
        int early = asks.now(1, 2_880, List.of(), all).invitees().size();
        int late = asks.now(1, 31, List.of(), all).invitees().size();
        assertThat(early).isEqualTo(1);
        assertThat(late).isEqualTo(20);
    }

    @Test
    void whoMayStillAnswerCountsAndLongSilenceCountsLess() {
        var silent = new Invitee(9, 0, 0.9, 60);
        assertThat(silent.yesAfter(0, 600)).isGreaterThan(0.89);
        assertThat(silent.yesAfter(300, 900)).isLessThan(0.06);
        var others = List.of(invitee(0, 0.5), invitee(1, 0.5));
        var asks = new HowManyToAsk(0.55, 60);
        assertThat(asks.now(1, 60, List.of(), others).invitees()).hasSize(2);
        assertThat(asks.now(1, 60, List.of(new Waiting(silent, 0)), others).invitees())
                .isEmpty();
        assertThat(asks.now(1, 60, List.of(new Waiting(silent, 600)), others).invitees())
                .hasSize(2);
    }

    @Test
    void aQuestionThatIsOverSoonIsWorthLess() {
        var brief = new Invitee(0, 0, 0.9, 60, 30, 10);
        var patient = new Invitee(1, 0, 0.9, 60);
        assertThat(brief.yesWithin(600)).isEqualTo(patient.yesWithin(30));
        assertThat(brief.yesAfter(20, 620)).isLessThan(patient.yesAfter(20, 620));
        assertThat(brief.yesAfter(30, 630)).isZero();
        assertThat(brief.yesLater(600)).isEqualTo(patient.yesWithin(10));
    }

    @Test
    void whereTooFewAreThereToReachTheTargetTheyAreStillNotAllAskedLongBeforehand() {
        var few = List.of(new Invitee(0, 0, 0.4, 60), new Invitee(1, 0, 0.4, 60), new Invitee(2, 0, 0.4, 60));
        var asks = new HowManyToAsk(0.95, 30);
        assertThat(asks.now(1, 2_880, List.of(), few).invitees()).hasSize(1);
        assertThat(asks.now(1, 90, List.of(), few).invitees()).hasSize(3);
    }

    @Test
    void theCourseAsksEachOnceAndEverybodyWhereNobodyAnswers() {
        var all = IntStream.range(0, 10)
                .mapToObj(who -> new Invitee(who, who, 0.2, 60))
                .toList();
        var course = new HowManyToAsk(0.8, 60).course(1, 600, all);
        assertThat(course).extracting(offer -> offer.invitee().volunteer()).doesNotHaveDuplicates();
        assertThat(course).isSortedAccordingTo((one, other) -> Double.compare(one.atMinute(), other.atMinute()));
        assertThat(course).hasSize(10);
    }

    @Test
    void noSeatNeedsNobody() {
        var asking = new HowManyToAsk(0.9, 60).now(0, 600, List.of(), List.of(invitee(0, 0.5)));
        assertThat(asking.invitees()).isEmpty();
        assertThat(asking.chance()).isEqualTo(1);
    }

    @Test
    void aChanceOfOneCannotBePromised() {
        assertThatThrownBy(() -> new HowManyToAsk(1, 60)).isInstanceOf(IllegalArgumentException.class);
    }
}
