package feiyan.bench.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A cheap phone in a village: a small screen, a quarter of this machine's processor, a thin line that is far away. */
final class Phone implements AutoCloseable {

    static final int CPU_SLOWER = 4;
    static final int KBIT_A_SECOND = 400;
    static final int LATENCY_MILLIS = 400;

    private static final String FIRST_PAINT =
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";
    private static final int STEP_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 60;

    private final DevTools tools;
    private final String person;
    private final String session;

    /** @param person whose cookies and kept files it has */
    Phone(DevTools tools, String person, String session) throws IOException, InterruptedException {
        this.tools = tools;
        this.person = person;
        this.session = session;
        for (var domain : List.of("Network", "Page", "Runtime")) {
            call(domain + ".enable", Map.of());
        }
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        call("Emulation.setCPUThrottlingRate", Map.of("rate", CPU_SLOWER));
        int bytes = KBIT_A_SECOND * 1_000 / 8;
        call(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        LATENCY_MILLIS,
                        "downloadThroughput",
                        bytes,
                        "uploadThroughput",
                        bytes));
    }

    void keepCookie(String address, String name, String value) throws IOException, InterruptedException {
        call("Network.setCookie", Map.of("url", address, "name", name, "value", value));
    }

    /** Opens a page and waits until it is painted and nothing more comes. */
    Visit visit(String address) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", "about:blank"));
        var traffic = new Traffic(session, System::nanoTime);
        tools.listen(traffic);
        try {
            call("Page.navigate", Map.of("url", address));
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!traffic.isQuiet() || firstPaint() < 0) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("never painted: " + address);
                }
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
            return traffic.visit(Math.round(firstPaint()));
        } finally {
            tools.forget(traffic);
        }
    }

    private double firstPaint() throws IOException, InterruptedException {
        return evaluate(FIRST_PAINT).asDouble(-1);
    }

    Screen screen() throws IOException, InterruptedException {
        var path = evaluate("location.pathname + location.search").asString();
        return new Screen(path, evaluate("document.documentElement.outerHTML").asString());
    }

    private JsonNode evaluate(String script) throws IOException, InterruptedException {
        var asked = Map.of("expression", script, "returnByValue", true);
        return call("Runtime.evaluate", asked).path("result").path("value");
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        return tools.call(method, parameters, session);
    }

    /** A page that stays open keeps its line to the server, and the processor from the next one. */
    @Override
    public void close() throws IOException {
        try {
            tools.call("Target.disposeBrowserContext", Map.of("browserContextId", person), null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
