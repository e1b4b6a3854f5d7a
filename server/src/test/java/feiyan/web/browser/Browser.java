package feiyan.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Chromium on a phone's and a desk's screen. {@code try (var browser = Browser.at(address)) { var page =
 * browser.phone(); page.navigate("/orders"); Browser.looksRight(page, "orders"); }}. Each page is somebody else's: it
 * has cookies of its own, so one test can play five people.
 */
public final class Browser implements AutoCloseable {

    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> missing = Collections.synchronizedList(new ArrayList<>());

    private final List<String> forbidden = Collections.synchronizedList(new ArrayList<>());

    private Browser(String address) {
        this.address = address;
        this.chromium = Chromium.ofThisThread();
    }

    public static Browser at(String address) {
        return new Browser(address);
    }

    public Page phone() {
        return page(options().setViewportSize(360, 780));
    }

    public Page desk() {
        return page(options().setViewportSize(1440, 900));
    }

    public Page phoneWithoutScript() {
        return page(options().setViewportSize(360, 780).setJavaScriptEnabled(false));
    }

    private NewContextOptions options() {
        return new NewContextOptions().setBaseURL(address).setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
    }

    private Page page(NewContextOptions options) {
        var somebody = chromium.newContext(options);
        somebody.onResponse(this::noteWhatIsMissing);
        somebody.onConsoleMessage(this::noteWhatThePolicyForbids);
        people.add(somebody);
        return WholePage.of(somebody.newPage());
    }

    /** A page itself may answer that it is not there; what a page asks for must be. */
    private void noteWhatIsMissing(Response answer) {
        boolean page = "document".equals(answer.request().resourceType());
        if (!page && (answer.status() == 404 || answer.status() >= 500)) {
            missing.add(answer.status() + " " + answer.url() + " asked for by "
                    + answer.frame().url());
        }
    }

    /** Chromium tells each breach of the content security policy on the console. */
    private void noteWhatThePolicyForbids(ConsoleMessage said) {
        if (said.text().contains("Content Security Policy")) {
            forbidden.add(said.page().url() + ": " + said.text());
        }
    }

    /** No axe violation, no word without a translation, no scrolling sideways; and a picture for people to look at. */
    public static void looksRight(Page page, String name) {
        var width = page.viewportSize().width;
        picture(page, Path.of("target", "screenshots", name + "-" + width + ".png"));
        assertThat(page.content()).as("%s: words without translation", name).doesNotContain("??");
        var tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide).as("%s: scrolls sideways at %d px", name, width).isEqualTo(0);
        assertThat(violations(page).stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getHtml())))
                .as("%s: axe at %d px", name, width)
                .isEmpty();
    }

    /**
     * All rules on the page itself: none of ours has a frame of another origin, for which alone axe would put its
     * results together in a page of its own, four times as slowly.
     */
    private static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    /** The whole page on a screen as tall as it is, so that a bar at the bottom stays there. */
    private static void picture(Page page, Path file) {
        var screen = page.viewportSize();
        var tall = (Integer) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(screen.width, tall);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(screen.width, screen.height);
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
        assertThat(missing).as("asked for by a page and not there").isEmpty();
        assertThat(forbidden).as("forbidden by the content security policy").isEmpty();
    }
}
