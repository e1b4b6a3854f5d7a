package feiyan.bench.pages;

import feiyan.bench.loop.Browser;
import feiyan.bench.loop.Wire;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes ahead of the phone: signs in and finds where to look, so that the phone's first page is its first. */
final class Scout {

    private final Browser browser;

    Scout(String address) {
        this.browser = new Browser(new Wire(URI.create(address)));
    }

    /** As one of the demo's cast. */
    void enter(String part) {
        post("/enter", "/enter/" + part);
    }

    /** Presses a button of a page; where that leads. */
    String post(String page, String path, String... fields) {
        browser.forgetKey();
        browser.get(page);
        browser.post(path, fields);
        return browser.address();
    }

    Optional<String> link(String page, String pattern) {
        return browser.get(page).find(Pattern.compile("href=\"(" + pattern + ")[\"#]"));
    }

    Map<String, String> cookies() {
        return browser.cookies();
    }
}
