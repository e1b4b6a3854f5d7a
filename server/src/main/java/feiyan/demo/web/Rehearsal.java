package feiyan.demo.web;

import feiyan.demo.Cast;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The start from which the JDK learns what the next ones need ({@code scripts/start-cache.sh}): everybody of the cast
 * looks at their pages, and the server ends; 1 where it could not be played. On a data folder of its own.
 */
@Component
@ConditionalOnBooleanProperty("feiyan.rehearsal")
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final Environment settings;

    Rehearsal(Environment settings) {
        this.settings = settings;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        var code = played("http://localhost:" + settings.getRequiredProperty("local.server.port")) ? 0 : 1;
        // Not in the thread that starts: what ends waits for it.
        var end = new Thread(() -> System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> code)));
        end.start();
    }

    private static boolean played(String address) {
        try {
            for (var part : Cast.values()) {
                new RehearsedVisit(address).as(part.code());
            }
            return true;
        } catch (IOException failed) {
            LOG.error("The rehearsal broke off", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
