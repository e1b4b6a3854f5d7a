package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When a text message may leave, in the hours of China. */
class QuietHoursTest {

    private static final QuietHours HOURS = QuietHours.of(Policy.standard());

    @Test
    void whoIsAwakeGetsItAtOnceAndWhoSleepsInTheMorning() {
        assertThat(HOURS.awake(at("2026-11-25T08:00"))).isEqualTo(at("2026-11-25T08:00"));
        assertThat(HOURS.awake(at("2026-11-25T20:59"))).isEqualTo(at("2026-11-25T20:59"));
        assertThat(HOURS.awake(at("2026-11-25T21:00"))).isEqualTo(at("2026-11-26T08:00"));
        assertThat(HOURS.awake(at("2026-11-25T03:00"))).isEqualTo(at("2026-11-25T08:00"));
    }

    @Test
    void theDigestComesOnceADay() {
        assertThat(HOURS.nextDigest(at("2026-11-25T17:59"))).isEqualTo(at("2026-11-25T18:00"));
        assertThat(HOURS.nextDigest(at("2026-11-25T18:00"))).isEqualTo(at("2026-11-26T18:00"));
    }

    @Test
    void aCountySetsItsOwnHours() {
        var policy = Policy.standard()
                .with(Policy.WAKING_HOURS, feiyan.platform.DaySpan.parse("06:00-20:00"))
                .with(Policy.DIGEST_HOUR, 12);
        assertThat(QuietHours.of(policy).awake(at("2026-11-25T20:30"))).isEqualTo(at("2026-11-26T06:00"));
        assertThat(QuietHours.of(policy).nextDigest(at("2026-11-25T13:00"))).isEqualTo(at("2026-11-26T12:00"));
    }

    @Test
    void ringsAtNightOnlyWhereTheMorningWouldBeTooLate() {
        var night = at("2026-11-25T22:00");
        var morning = HOURS.awake(night);
        assertThat(AtNight.RINGS_IF_SOON.rings(false, morning.plus(Duration.ofMinutes(30)), night, morning))
                .isTrue();
        assertThat(AtNight.RINGS_IF_SOON.rings(false, morning.plus(Duration.ofHours(1)), night, morning))
                .isFalse();
        assertThat(AtNight.RINGS_IF_SOON.rings(false, night.minusSeconds(1), night, morning))
                .as("it is over")
                .isFalse();
        assertThat(AtNight.RINGS_IF_SOON.rings(true, null, night, morning)).isFalse();
        assertThat(AtNight.RINGS_IF_URGENT.rings(true, null, night, morning)).isTrue();
        assertThat(AtNight.RINGS_IF_URGENT.rings(false, morning, night, morning))
                .isFalse();
        assertThat(AtNight.WAITS.rings(true, morning, night, morning)).isFalse();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
