package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FeiyanTest
class PoliciesTest {

    private static final CountyId TANCHENG = new CountyId(371322);
    private static final CountyId CHANGLE = new CountyId(370725);

    @Autowired
    Policies policies;

    @Test
    void aCountyThatDecidedNothingHasTheDefaults() {
        assertThat(policies.of(CHANGLE)).isEqualTo(Policy.standard());
        assertThat(Policy.standard().get(Policy.URGENT)).isEqualTo(Duration.ofHours(2));
        assertThat(Policy.standard().get(Policy.STAFF_TOTP)).isTrue();
        assertThat(Policy.standard().get(Policy.WORKING_HOURS))
                .containsExactly(
                        new DaySpan(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                        new DaySpan(LocalTime.of(13, 30), LocalTime.of(17, 30)));
    }

    @Test
    void whatOneCountyDecidesHoldsThereAlone() {
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
        policies.set(TANCHENG, Policy.URGENT, Duration.ofHours(1), Ids.next()).orThrow();
        policies.set(TANCHENG, Policy.URGENT, Duration.ofMinutes(90), Ids.next())
                .orThrow();
        assertThat(policies.of(TANCHENG).get(Policy.STAFF_TOTP)).isFalse();
        assertThat(policies.of(TANCHENG).get(Policy.URGENT)).isEqualTo(Duration.ofMinutes(90));
        assertThat(policies.of(CHANGLE).get(Policy.STAFF_TOTP)).isTrue();
    }

    @Test
    void refusesWhatNoCountyMayDecide() {
        assertThat(policies.set(TANCHENG, Policy.RATING_DAYS, 0, null))
                .isEqualTo(Outcome.refused("policy.out_of_bounds", "clock.rating_days", "0"));
        assertThat(policies.set(TANCHENG, Policy.WORKING_HOURS, List.of(), null))
                .isInstanceOf(Outcome.Refused.class);
        var overlapping = List.of(
                new DaySpan(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                new DaySpan(LocalTime.of(11, 0), LocalTime.of(17, 0)));
        assertThat(policies.set(TANCHENG, Policy.WORKING_HOURS, overlapping, null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(policies.of(TANCHENG).get(Policy.RATING_DAYS)).isEqualTo(7);
    }
}
