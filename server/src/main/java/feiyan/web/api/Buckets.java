package feiyan.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each caller has left of a minute's quota: a bucket that fills steadily. In the memory of this instance,
 * since the limit keeps the instance upright and a row per request in the database would cost more than the requests;
 * with n instances a caller may do n times as much. Bounded: the callers longest unheard of are forgotten first.
 */
final class Buckets {

    private static final int MOST = 20_000;
    private static final Duration FULL = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Buckets(InstantSource clock) {
        this.clock = clock;
    }

    private record Bucket(double left, Instant at) {}

    /**
     * What is left after a request.
     *
     * @param untilNext seconds until one more request goes; 0 where one does now
     * @param untilFull seconds until the whole quota is there again
     */
    record Level(boolean allowed, long left, long untilNext, long untilFull) {}

    synchronized Level take(String who, int quota) {
        var now = clock.instant();
        double perSecond = quota / (double) FULL.toSeconds();
        var known = buckets.getOrDefault(who, new Bucket(quota, now));
        double elapsed = Math.max(0, Duration.between(known.at, now).toMillis()) / 1000.0;
        double filled = Math.min(quota, known.left + elapsed * perSecond);
        boolean allowed = filled >= 1;
        double left = allowed ? filled - 1 : filled;
        buckets.put(who, new Bucket(left, now));
        return new Level(
                allowed,
                (long) left,
                left >= 1 ? 0 : seconds((1 - left) / perSecond),
                seconds((quota - left) / perSecond));
    }

    private static long seconds(double exact) {
        return (long) Math.ceil(exact);
    }
}
