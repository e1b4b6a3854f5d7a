package feiyan.platform.database;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.Cookie;
import feiyan.web.browser.Browser;
import java.util.List;

/** Somebody's messages, open in Chromium: the bell hears by a line that stays open what is new. */
final class LivePage implements AutoCloseable {

    /** The browser itself waits for seconds before it comes again. */
    private static final double PATIENCE = 60_000;

    private final Browser browser;
    private final Page page;
    private int lines;
    private Object loaded = "";

    private LivePage(Browser browser) {
        this.browser = browser;
        this.page = browser.phone();
    }

    static LivePage of(Visitor reader, int port) {
        var address = "http://localhost:" + port;
        var open = new LivePage(Browser.at(address));
        open.page.context().addCookies(List.of(new Cookie("feiyan", reader.signIn()).setUrl(address)));
        open.page.onResponse(answer -> open.lines += answer.url().endsWith("/messages/live") ? 1 : 0);
        open.page.navigate("/messages");
        open.loaded = open.page.evaluate("performance.timeOrigin");
        open.page.waitForCondition(() -> open.lines == 1);
        return open;
    }

    void shows(int unread) {
        assertThat(page.locator(".bell b"))
                .hasText(Integer.toString(unread), new HasTextOptions().setTimeout(PATIENCE));
        assertThat(page.evaluate("performance.timeOrigin"))
                .as("without a reload")
                .isEqualTo(loaded);
    }

    /** By a line of its own, after the first was cut. */
    void isBackAndShows(int unread) {
        page.waitForCondition(() -> lines > 1, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        shows(unread);
    }

    @Override
    public void close() {
        browser.close();
    }
}
