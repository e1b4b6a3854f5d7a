package feiyan.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints where to go, last of all, so that it stands at the end of the console. */
@Component
class StartBanner {

    private final ObjectProvider<StartLine> contributions;

    StartBanner(ObjectProvider<StartLine> contributions) {
        this.contributions = contributions;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @SuppressWarnings("SystemOut") // The console is the page of whoever starts the server.
    void onReady(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            lines(address(web, web.getWebServer())).forEach(System.out::println);
        }
    }

    /** The one under which visitors know it, where it has more than this machine's. */
    private static String address(WebServerApplicationContext web, WebServer server) {
        var settings = web.getEnvironment();
        var isPublic = Stream.of("server.ssl.bundle", "feiyan.proxies")
                .anyMatch(setting -> !settings.getProperty(setting, "").isBlank());
        var here = "http://localhost:" + server.getPort();
        return isPublic ? settings.getProperty("feiyan.public-url", here).replaceFirst("/$", "") : here;
    }

    private List<String> lines(String address) {
        var lines = new ArrayList<>(List.of("", ConsoleText.line("start.ready", address)));
        contributions.orderedStream().forEach(more -> lines.addAll(more.lines(address)));
        lines.add(ConsoleText.line("start.stop"));
        return lines;
    }
}
