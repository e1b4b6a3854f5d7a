package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoarsePositionTest {

    @Test
    void neighboursWithinAHundredMetresCannotBeToldApart() {
        assertThat(new CoarsePosition(34.6134, 118.3678)).isEqualTo(new CoarsePosition(34.6139, 118.3683));
    }

    @Test
    void roundingMovesNobodyFurtherThanAHundredAndFiftyMetres() {
        var exact = new double[] {34.61299, 118.36701};
        var coarse = new CoarsePosition(exact[0], exact[1]);
        double metres = 111_195
                * Math.hypot(
                        coarse.latitude() - exact[0],
                        (coarse.longitude() - exact[1]) * Math.cos(Math.toRadians(exact[0])));
        assertThat(metres).isLessThan(150);
    }

    @Test
    void distanceIsTheStraightLine() {
        var here = new CoarsePosition(34.6, 118.3);
        assertThat(here.metresTo(new CoarsePosition(34.7, 118.3))).isCloseTo(11_120, within(10.0));
        assertThat(here.metresTo(new CoarsePosition(34.6, 118.4))).isCloseTo(9_153, within(10.0));
        assertThat(here.metresTo(here)).isZero();
    }

    @Test
    void noPlaceOffTheEarth() {
        assertThatThrownBy(() -> new CoarsePosition(118.3, 34.6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CoarsePosition(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
