package feiyan.dispatch.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan was made of, as one number: two plans of the same digest were made of the same. Sets and maps are written
 * in order, for in memory they have none.
 */
final class InputsDigest {

    private final MessageDigest digest;

    private InputsDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(PlanInputs inputs, long seed) {
        var written = new InputsDigest();
        written.line(
                seed,
                inputs.now(),
                inputs.weights(),
                new TreeMap<>(inputs.policy().decided()));
        inputs.wishes().forEach(written::wish);
        inputs.people().forEach(written::member);
        var ties = inputs.ties();
        written.line(sorted(ties.pinned()), sorted(ties.forbidden()), sorted(ties.asked()), ties.perAsked());
        return HexFormat.of().formatHex(written.digest.digest());
    }

    private void wish(PlanInputs.Wish wish) {
        var history = wish.need().history();
        line(wish.wanted(), wish.need().service());
        line(sorted(history.own()), sorted(history.asked()), sorted(history.visits()));
    }

    private void member(Member it) {
        line(it.id(), it.unit(), sorted(it.skills()), it.certificates(), it.freeHours(), it.home(), it.radiusMetres());
        line(it.weeklyLimitMinutes(), it.bornYear(), it.insuredUntil(), it.pausedUntil(), it.bookings());
        line(sorted(it.bookedMinutes()), it.recentMinutes(), it.rating(), it.answering(), it.askedAt(), it.lastAsked());
    }

    private static String sorted(Collection<?> some) {
        return some.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static String sorted(Map<?, ?> some) {
        return some.entrySet().stream()
                .map(Object::toString)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(","));
    }

    /** A sign that stands in none of them keeps neighbours apart. */
    private void line(@Nullable Object... facts) {
        var line = new StringBuilder();
        for (var fact : facts) {
            line.append(fact).append('\u001f');
        }
        digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
