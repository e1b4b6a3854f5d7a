package feiyan.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The one Chromium of a thread, since starting one costs more than most pages do, and Playwright's objects belong to
 * the thread that made them. Nobody closes it: it ends with the test run. Whoever needs cookies of their own needs a
 * context of their own, not a browser.
 */
final class Chromium {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final ThreadLocal<Chromium> MINE = new ThreadLocal<>();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    /** A new one where there is none yet, or the last has crashed. */
    static Browser ofThisThread() {
        var mine = MINE.get();
        if (mine != null && mine.browser.isConnected()) {
            return mine.browser;
        }
        if (mine != null) {
            mine.playwright.close();
        }
        var anew = new Chromium();
        MINE.set(anew);
        return anew.browser;
    }
}
