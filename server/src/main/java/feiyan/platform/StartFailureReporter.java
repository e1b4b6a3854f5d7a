package feiyan.platform;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the server does not start, before Spring Boot says it in forty. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    @Override
    @SuppressWarnings("SystemOut") // The console is the page of whoever starts the server.
    public boolean reportException(Throwable failure) {
        var known = known(failure);
        known.ifPresent(found -> System.err.println(found.line()));
        return known.isPresent();
    }

    private static Optional<StartFailure> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure found) {
                return Optional.of(found);
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of(new StartFailure("port_taken", Integer.toString(taken.getPort())));
            }
        }
        return Optional.empty();
    }
}
