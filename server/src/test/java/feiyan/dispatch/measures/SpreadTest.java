package feiyan.dispatch.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void isNothingWhereAllHaveTheSameAndNearlyOneWhereOneHasAll() {
        assertThat(Spread.of(new int[] {30, 30, 30, 30}).gini()).isZero();
        var one = new int[1000];
        one[17] = 600;
        assertThat(Spread.of(one).gini()).isCloseTo(0.999, within(1e-9));
        assertThat(Spread.of(one).busiestTenth()).isEqualTo(100);
    }

    /** Of 1, 2, 3 and 4 the mean difference of two is 1.25 and the mean 2.5: half of 1.25 / 2.5. */
    @Test
    void isHalfTheMeanDifferenceOfAnyTwoDividedByTheMean() {
        assertThat(Spread.of(new int[] {4, 1, 3, 2}).gini()).isCloseTo(0.25, within(1e-9));
        var random = new Random(5);
        for (int round = 0; round < 50; round++) {
            var loads = random.ints(1 + random.nextInt(60), 0, 600).toArray();
            assertThat(Spread.of(loads).gini()).isCloseTo(byPairs(loads), within(1e-9));
        }
    }

    private static double byPairs(int[] loads) {
        double differences = 0;
        double sum = 0;
        for (int one : loads) {
            sum += one;
            for (int other : loads) {
                differences += Math.abs(one - other);
            }
        }
        return sum == 0 ? 0 : differences / (2.0 * loads.length * sum);
    }

    @Test
    void theBusiestTenthIsAtLeastOnePerson() {
        assertThat(Spread.of(new int[] {10, 30, 60}).busiestTenth()).isEqualTo(60);
        var twenty = new int[20];
        twenty[3] = 50;
        twenty[9] = 25;
        twenty[12] = 25;
        assertThat(Spread.of(twenty).busiestTenth()).isEqualTo(75);
    }

    @Test
    void whereThereIsNothingToDoNobodyHasMore() {
        assertThat(Spread.of(new int[12])).isEqualTo(new Spread(12, 0, 0));
        assertThat(Spread.of(new int[0])).isEqualTo(new Spread(0, 0, 0));
    }
}
