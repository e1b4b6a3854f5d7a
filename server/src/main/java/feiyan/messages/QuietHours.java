package feiyan.messages;

import feiyan.platform.DaySpan;
import feiyan.platform.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When nobody is woken by a text message, and the hour of the daily digest. Pure. */
record QuietHours(DaySpan waking, LocalTime digest) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static QuietHours of(Policy policy) {
        return new QuietHours(
                policy.get(Policy.WAKING_HOURS).getFirst(), LocalTime.of(policy.get(Policy.DIGEST_HOUR), 0));
    }

    /** The first moment from {@code at} on at which people are awake. */
    Instant awake(Instant at) {
        var local = at.atZone(CHINA);
        if (waking.contains(local.toLocalTime())) {
            return at;
        }
        var today = local.toLocalDate();
        return at(local.toLocalTime().isBefore(waking.from()) ? today : today.plusDays(1), waking.from());
    }

    /** The next digest after {@code at}. */
    Instant nextDigest(Instant at) {
        var today = at.atZone(CHINA).toLocalDate();
        var next = at(today, digest);
        return next.isAfter(at) ? next : at(today.plusDays(1), digest);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA).toInstant();
    }
}
