package feiyan.web;

import feiyan.platform.Closing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The end of a server as its visitors see it, so that nothing they sent is lost. It is not ready any more, and for a
 * while goes on as ever until the balancer has seen that; then it takes no new connections, and on those that there are
 * it answers and says goodbye. Only when nobody asks any more does the container stop reading: it would answer what is
 * still to come with 503.
 */
@Component
class LastRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Whoever keeps on asking for that long on a connection to which goodbye was said does not listen. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ApplicationContext house;
    private final FarewellValve farewell;
    private final Duration notice;
    private final Duration quiet;

    /**
     * @param notice as long as a balancer takes to see that this server is not ready
     * @param quiet as long as nobody must ask for anything before the connections are ended
     */
    LastRequests(
            ApplicationContext house,
            Closing closing,
            @Value("${feiyan.closing.notice:0s}") Duration notice,
            @Value("${feiyan.closing.quiet:500ms}") Duration quiet) {
        this.house = house;
        this.farewell = new FarewellValve(closing);
        this.notice = notice;
        this.quiet = quiet;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addEngineValves(farewell);
    }

    /** After {@link Closing} and {@link Live}; before the jobs and the container hear of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    void close(ContextClosedEvent closed) {
        if (closed.getApplicationContext().equals(house)
                && house instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer server) {
            untilSeen();
            var doors = List.of(server.getTomcat().getService().findConnectors());
            doors.forEach(door -> door.getProtocolHandler().closeServerSocketGraceful());
            untilQuiet();
        }
    }

    private void untilSeen() {
        var since = System.nanoTime();
        while (System.nanoTime() - since < notice.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void untilQuiet() {
        var since = System.nanoTime();
        while (System.nanoTime() - Math.max(since, farewell.lastAsked()) < quiet.toNanos()
                && System.nanoTime() - since < LONGEST.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
