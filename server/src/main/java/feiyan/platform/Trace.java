package feiyan.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/**
 * By what the lines of the log that belong together are found: those of one request, of one run of a job. It says
 * nothing and opens nothing, so it may stand in logs, on error pages and in answers.
 *
 * @param id 32 hexadecimal digits, as in W3C Trace Context
 */
public record Trace(String id) {

    /** Where loggers and collectors of the Elastic Common Schema look for it. */
    static final String KEY = "trace.id";

    /** Version 00; a later one may have more behind it. */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private static final int BRIEF = 8;

    public static Trace fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new Trace(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }

    /** From a header {@code traceparent}; empty where it is none, whatever else it is. */
    public static Optional<Trace> told(@Nullable String traceparent) {
        var read = PARENT.matcher(traceparent == null ? "" : traceparent);
        return read.matches() ? Optional.of(new Trace(read.group(1))) : Optional.empty();
    }

    /** That of what this thread is doing. */
    public static Optional<Trace> current() {
        return Optional.ofNullable(MDC.get(KEY)).map(Trace::new);
    }

    /** From here until it is closed the lines that this thread writes bear it. */
    public MDCCloseable open() {
        return MDC.putCloseable(KEY, id);
    }

    /** Short enough to be read out on the telephone; the end, since of a foreign id that is the random part. */
    public String brief() {
        return id.substring(id.length() - BRIEF);
    }
}
