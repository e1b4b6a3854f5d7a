package feiyan.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A new key for what is sealed, while the server runs: from now on everything is sealed by it, {@link Resealing} brings
 * the rest after, and when nothing carries an old key any more, that one can be taken out of the ring.
 */
@Component
public class KeyRotation {

    /**
     * By then each instance has seen the new key, and no transaction and no sign-in that began with the old one is
     * left.
     */
    static final Duration SETTLED = Duration.ofHours(1);

    private final KeyRing keys;
    private final KeysKnown known;
    private final Resealing resealing;
    private final InstantSource clock;

    KeyRotation(KeyRing keys, KeysKnown known, Resealing resealing, InstantSource clock) {
        this.keys = keys;
        this.known = known;
        this.resealing = resealing;
        this.clock = clock;
    }

    /**
     * A key as it stands on the page.
     *
     * @param since null for one that this database has not met
     * @param values how many it has sealed
     */
    public record Key(int id, boolean current, @Nullable Instant since, long values) {

        public String name() {
            return "%08x".formatted(id);
        }
    }

    /** The newest first, each with what it has sealed of this county. */
    public List<Key> keys(CountyId county) {
        var current = keys.current().id();
        var since = known.since();
        var values = resealing.byKey(county);
        return keys.all().stream()
                .map(key ->
                        new Key(key.id(), key.id() == current, since.get(key.id()), values.getOrDefault(key.id(), 0L)))
                .toList();
    }

    /** Of two who ask at once both get the same; while an older key is still in use there is no third. */
    public Outcome<Integer> renew() {
        if (keys.all().size() > 1) {
            return Outcome.refused("key.change_under_way");
        }
        var fresh = keys.renew();
        known.meet(fresh.id());
        return Outcome.done(fresh.id());
    }

    public Outcome<Integer> retire(int id) {
        if (keys.all().stream().noneMatch(key -> key.id() == id)) {
            return Outcome.refused("key.gone_already");
        }
        var current = keys.current().id();
        if (id == current) {
            return Outcome.refused("key.in_use");
        }
        var since = known.since().get(current);
        if (since == null || clock.instant().isBefore(since.plus(SETTLED))) {
            return Outcome.refused("key.too_young", SETTLED.toMinutes());
        }
        var left = resealing.byKey().getOrDefault(id, 0L);
        if (left > 0) {
            // Without the number: it is of all counties, and whoever keeps the keys counts the own only.
            return Outcome.refused("key.still_carried");
        }
        keys.retire(id);
        known.retire(id);
        return Outcome.done(id);
    }
}
