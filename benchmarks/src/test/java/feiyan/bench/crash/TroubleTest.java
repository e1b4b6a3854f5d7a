package feiyan.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.bench.WrongUse;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void theSameSeedPlansTheSame() {
        assertThat(Trouble.plan(50, new Random(3))).isEqualTo(Trouble.plan(50, new Random(3)));
        assertThat(Trouble.plan(50, new Random(3))).isNotEqualTo(Trouble.plan(50, new Random(4)));
    }

    @Test
    void threeKillsAreTheServerItsDatabaseAndBoth() {
        var kills =
                Trouble.plan(3, new Random(1)).stream().filter(Trouble::kills).toList();
        assertThat(kills).containsExactlyInAnyOrder(Trouble.KILL_SERVER, Trouble.KILL_DATABASE, Trouble.KILL_BOTH);
    }

    @Test
    void tenKillsAreOfEachKindWithAllElseBetween() {
        var plan = Trouble.plan(10, new Random(1));
        assertThat(plan.stream().filter(Trouble::kills)).hasSize(10);
        assertThat(EnumSet.copyOf(plan)).containsExactlyInAnyOrder(Trouble.values());
    }

    @Test
    void aWordThatNobodyKnowsIsToldHowItIsUsed() {
        assertThat(Wish.of(List.of("--kills", "7", "--seed", "2"))).isEqualTo(new Wish(7, 32, 2));
        for (var wrong : List.of(List.of("--kills"), List.of("--kills", "x"), List.of("--kil", "3"))) {
            assertThatThrownBy(() -> Wish.of(wrong))
                    .isInstanceOf(WrongUse.class)
                    .hasMessageContaining("--kills");
        }
    }
}
