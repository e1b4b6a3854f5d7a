package feiyan.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Reads each line before it is thrown away for its level: what the tests' console leaves out, the product writes into
 * its file. Below INFO only our own lines, since a database's driver at DEBUG prints what it is given.
 */
public class LogWatch extends TurboFilter {

    private static final String OURS = "feiyan.";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (format != null && (level.isGreaterOrEqual(Level.INFO) || isOurs(logger))) {
            var line = MessageFormatter.arrayFormat(format, arguments);
            var where = level + " of " + logger.getName();
            Leaks.lookAt("The log line " + where, String.valueOf(line.getMessage()));
            ThrownWatch.lookAt("The exception in the log line " + where, thrown == null ? line.getThrowable() : thrown);
        }
        return FilterReply.NEUTRAL;
    }

    private static boolean isOurs(Logger logger) {
        return logger.getName().startsWith(OURS);
    }
}
