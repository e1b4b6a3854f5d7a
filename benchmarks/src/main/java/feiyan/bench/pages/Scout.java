package feiyan.bench.pages;

import feiyan.bench.Unsound;
import feiyan.bench.loop.Browser;
import feiyan.bench.loop.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Goes ahead of the phone: signs in, finds where to look, and presses what must be pressed before there is a page. */
final class Scout {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(200);

    private final Browser browser;

    Scout(String address) {
        this.browser = new Browser(new Wire(URI.create(address)));
    }

    /** As one of the demo's cast. */
    void enter(String part) {
        press("/enter", "/enter/" + part);
    }

    /**
     * Presses a button of a page; where that leads.
     *
     * @param action where the button's form goes
     * @param typed names and values in turn; all other fields stay as the page has them
     */
    String press(String page, String action, String... typed) {
        browser.forgetKey();
        var form = Form.on(look(page).html(), action);
        browser.post(action, form.filled(typed));
        return browser.address();
    }

    Screen look(String page) {
        var sheet = browser.get(page);
        return new Screen(browser.address(), sheet.html());
    }

    /** What stands on a page; it has to. */
    String the(String page, String pattern) {
        return all(page, pattern).stream()
                .findFirst()
                .orElseThrow(() -> new Unsound("nowhere on " + page + ": " + pattern));
    }

    /** As {@link #the}, for what comes by itself before long. */
    void waitFor(String page, String pattern) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all(page, pattern).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        the(page, pattern);
    }

    List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(look(page).html())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    Map<String, String> cookies() {
        return browser.cookies();
    }
}
