package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.engine.Weights;
import feiyan.platform.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchWeightsTest {

    @Test
    void aCountyThatDecidedNothingWeighsAsTheBenchmark() {
        assertThat(DispatchWeights.of(Policy.standard())).isEqualTo(Weights.STANDARD);
    }

    @Test
    void whatIsDecidedPerHourPerPercentAndPerKilometreIsWeighedPerMinutePerMilleAndMetre() {
        var weights = DispatchWeights.of(Policy.standard()
                .with(Policy.WEIGHT_RECENT, 90)
                .with(Policy.WEIGHT_RESPONSE, 24)
                .with(Policy.WEIGHT_WAY, 1_750)
                .with(Policy.WEIGHT_RATING, 7)
                .with(Policy.WEIGHT_REGULAR, 4_000)
                .with(Policy.WEIGHT_NAMED, 9_000)
                .with(Policy.WEIGHT_AGAIN, 2_500));
        assertThat(60 * weights.recentTimes() / weights.recentOver()).isEqualTo(90);
        assertThat(10 * weights.responseTimes() / weights.responseOver()).isEqualTo(24);
        assertThat(weights.detour()).isEqualTo(1.75);
        assertThat(weights.perRating()).isEqualTo(7);
        assertThat(weights.otherThanPrevious()).isEqualTo(4_000);
        assertThat(weights.otherThanNamed()).isEqualTo(9_000);
        assertThat(weights.again()).isEqualTo(2_500);
    }

    @Test
    void whatDoesNotMatterIsWeighedWithNothing() {
        var weights =
                DispatchWeights.of(Policy.standard().with(Policy.WEIGHT_RECENT, 0).with(Policy.WEIGHT_RESPONSE, 0));
        assertThat(weights.recentTimes() / weights.recentOver()).isZero();
        assertThat(weights.responseTimes() / weights.responseOver()).isZero();
    }

    @Test
    void urgencyLiesInEvenRatiosBetweenTheTwoAndNeverBelowTheOrdinary() {
        var even = Policy.standard()
                .with(Policy.WEIGHT_OPEN_SEAT, 20_000)
                .with(Policy.WEIGHT_OPEN_SEAT_URGENT, 540_000);
        assertThat(DispatchWeights.of(even).openSeat()).isEqualTo(List.of(20_000, 60_000, 180_000, 540_000));
        var below = Policy.standard()
                .with(Policy.WEIGHT_OPEN_SEAT, 500_000)
                .with(Policy.WEIGHT_OPEN_SEAT_URGENT, 100_000);
        assertThat(DispatchWeights.of(below).openSeat()).containsOnly(500_000);
    }

    @Test
    void eachWeightIsASettingOfItsOwnAndFoundByItsKey() {
        for (var weight : Weight.values()) {
            assertThat(Weight.ofKey(weight.setting().key())).contains(weight);
            assertThat(DispatchWeights.all(Policy.standard().with(weight.setting(), weight.most())))
                    .containsEntry(weight, weight.most());
        }
    }
}
