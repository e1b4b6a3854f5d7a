package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to how much a volunteer has taken on, and when to rest: what the rules will say, told before. */
@Component
public class MyLimits {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final HelperFactsRows helpers;
    private final Policies policies;
    private final InstantSource clock;

    MyLimits(HelperFactsRows helpers, Policies policies, InstantSource clock) {
        this.helpers = helpers;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Minutes of the weeks, from Monday to Sunday.
     *
     * @param restUntil when a service of tomorrow may begin after today's last; null where today's leaves the night
     */
    public record Limits(
            int thisWeek,
            int nextWeek,
            int limit,
            int mostInADay,
            Duration rest,
            @Nullable Instant restUntil) {

        public int left() {
            return Math.max(0, limit - thisWeek);
        }
    }

    /** Empty for who is no volunteer. */
    public Optional<Limits> of(Actor actor) {
        var now = clock.instant();
        var policy = policies.of(actor.county());
        return helpers.of(actor.county(), actor.person(), new Slot(now, now.plus(A_WEEK)))
                .map(self -> limits(self, policy, now));
    }

    private static Limits limits(HelperFacts self, Policy policy, Instant now) {
        var rest = policy.get(Policy.REST_BETWEEN_DAYS);
        return new Limits(
                booked(self, now),
                booked(self, now.plus(A_WEEK)),
                self.volunteer().weeklyLimitMinutes(),
                policy.get(Policy.MINUTES_IN_24_HOURS),
                rest,
                lastOfToday(self, now)
                        .map(end -> end.plus(rest))
                        .filter(until -> !day(until).equals(day(now)))
                        .orElse(null));
    }

    private static int booked(HelperFacts self, Instant at) {
        return self.booked().getOrDefault(ServiceRules.week(at), 0);
    }

    private static Optional<Instant> lastOfToday(HelperFacts self, Instant now) {
        return self.seats().stream()
                .map(held -> held.commitment().time())
                .filter(time -> day(time.from()).equals(day(now)))
                .map(Slot::to)
                .max(Comparator.naturalOrder());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ServiceRules.CHINA);
    }
}
