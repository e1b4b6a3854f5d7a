package feiyan.loop.walk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Jobs go on where one order fails and write it down; here nothing may fail in silence. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger house;

    LogWatch() {
        house = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("feiyan");
        setContext(house.getLoggerContext());
        start();
        house.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            var failure = event.getThrowableProxy();
            heard.add(
                    event.getFormattedMessage() + (failure == null ? "" : "\n" + ThrowableProxyUtil.asString(failure)));
        }
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        house.detachAppender(this);
        stop();
    }
}
