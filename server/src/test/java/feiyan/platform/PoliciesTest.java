package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import feiyan.cast.AtOnce;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FeiyanTest
class PoliciesTest {

    private static final CountyId TANCHENG = new CountyId(371322);
    private static final CountyId CHANGLE = new CountyId(370725);

    private static final CountyId FEI = new CountyId(371325);
    private static final CountyId WEI = new CountyId(371326);
    private static final CountyId LU = new CountyId(371327);

    @Autowired
    Policies policies;

    @Autowired
    PolicyChanges changes;

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

    @Test
    void eachDecisionIsRecordedWithWhatHeldBefore() {
        var by = Ids.next();
        policies.set(FEI, Policy.RATING_DAYS, 10, by).orThrow();
        policies.set(FEI, Policy.RATING_DAYS, 10, by).orThrow();
        policies.set(FEI, Policy.RATING_DAYS, 12, null).orThrow();
        assertThat(changes.latest(FEI, null))
                .as("deciding the same again is no change")
                .extracting(PolicyChange::before, PolicyChange::after, PolicyChange::by)
                .containsExactly(tuple("10", "12", null), tuple(null, "10", by));
        var latest = changes.latest(FEI, null).getFirst();
        assertThat(changes.latest(FEI, latest.id())).hasSize(1);
        assertThat(changes.latest(CHANGLE, null)).isEmpty();
        assertThat(policies.decisions(FEI).get(Policy.RATING_DAYS.key()))
                .isEqualTo(new Policies.Decision("12", null, latest.at()));
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSlowerIsToldWhatHoldsNow() {
        for (var seen : List.of(Policy.ANSWER_WORKING_DAYS.standardText(), "4")) {
            var outcomes = AtOnce.all(Stream.of("4", "5", "6", "7")
                    .filter(value -> !value.equals(seen))
                    .<Supplier<Outcome<Policy>>>map(
                            value -> () -> policies.change(WEI, Policy.ANSWER_WORKING_DAYS, seen, value, Ids.next()))
                    .toList());
            assertThat(AtOnce.done(outcomes)).hasSize(1);
            assertThat(AtOnce.refusals(outcomes)).containsOnly("policy.moved_on");
            policies.set(WEI, Policy.ANSWER_WORKING_DAYS, 4, null).orThrow();
        }
    }

    @Test
    void whatWasSeenBeforeMustStillHold() {
        policies.set(LU, Policy.RATING_DAYS, 9, null).orThrow();
        assertThat(policies.change(LU, Policy.RATING_DAYS, "7", "8", Ids.next()))
                .isEqualTo(Outcome.refused("policy.moved_on"));
        policies.change(LU, Policy.RATING_DAYS, "9", "8", Ids.next()).orThrow();
        assertThat(policies.of(LU).get(Policy.RATING_DAYS)).isEqualTo(8);
        assertThat(policies.change(LU, Policy.RATING_DAYS, "8", "many", Ids.next()))
                .isEqualTo(Outcome.refused("policy.out_of_bounds", "clock.rating_days", "many"));
    }

    @Test
    void theListOfSettingsIsThatOfThePolicyItself() {
        assertThat(PolicySettings.all()).startsWith(Policy.REVIEW_WORKING_DAYS).contains(Policy.OUTBOX_DAYS);
        assertThat(PolicySettings.all()).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(PolicySettings.find("clock.urgent")).contains(Policy.URGENT);
        assertThat(PolicySettings.find("clock.nothing")).isEmpty();
        assertThat(PolicySettings.all()).allMatch(setting -> setting.allowsText(setting.standardText()));
    }
}
