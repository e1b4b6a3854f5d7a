package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.pool.Hush;
import feiyan.dispatch.pool.Lack;
import feiyan.dispatch.pool.Member;
import feiyan.dispatch.pool.Suggestion;
import feiyan.platform.Policy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Why somebody cannot go, with the figures of this person, and ({@code code + ".change"}) what would change it; and why
 * they should rather not be asked, with a word of care.
 */
final class ObstacleWords {

    private static final double HOUR = 60;
    private static final double KILOMETRE = 1000;

    private ObstacleWords() {}

    static Reason of(Obstacle obstacle, Member member, Suggestion as, Policy policy) {
        var code = "candidates.against." + obstacle.name().toLowerCase(Locale.ROOT);
        return switch (obstacle) {
            case SKILL, QUALIFICATION, INSURANCE, MINOR_HAZARD, MINOR_LATE, NOT_FREE, OVERLAP -> Reason.of(code);
            case TOO_FAR ->
                Reason.of(
                        code,
                        Objects.requireNonNullElse(as.metres(), 0) / KILOMETRE,
                        member.radiusMetres() / KILOMETRE);
            case TEN_HOURS -> Reason.of(code, policy.get(Policy.MINUTES_IN_24_HOURS) / HOUR);
            case REST -> Reason.of(code, hours(policy.get(Policy.REST_BETWEEN_DAYS)));
            case WEEK_FULL -> Reason.of(code, as.minutesThisWeek() / HOUR, member.weeklyLimitMinutes() / HOUR);
        };
    }

    private static double hours(Duration length) {
        return length.toMinutes() / HOUR;
    }

    /** @param until when a pause ends, in words */
    static Reason of(Hush hush, Suggestion as, String until) {
        return switch (hush) {
            case PAUSED -> Reason.of("candidates.hush.paused", until);
            case ASKED_ENOUGH -> Reason.of("candidates.hush.asked_enough", as.askedThisWeek());
        };
    }

    /** On how many each obstacle stands, the commonest first; one person may have several. */
    static List<Reason> of(Lack lack) {
        return lack.against().entrySet().stream()
                .sorted(Map.Entry.<Obstacle, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Reason.of(
                        "candidates.lack." + entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue()))
                .toList();
    }
}
