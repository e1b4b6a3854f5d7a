package feiyan.web.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import feiyan.web.WebAlone;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "feiyan.gallery=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {

    /** In the elder view: a target under 60 px, or text under 18 px. A label carries its radio button or tick box. */
    private static final String TOO_SMALL = """
            () => {
              const shown = e => e.getClientRects().length > 0 && !e.closest('.unseen');
              const targets = [...document.querySelectorAll('button, summary, .tool, .button, .tile, .nav a, .tabs a, .item, '
                + 'label.choice, label.tick, .score label, input:not([type=radio]):not([type=checkbox]), textarea')];
              const small = targets.filter(shown).filter(e => {
                const box = e.getBoundingClientRect();
                return e.type !== 'hidden' && (box.height < 59.5 || box.width < 59.5);
              });
              const texts = [...document.querySelectorAll('body *')].filter(shown).filter(e =>
                [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
                && !e.closest('svg') && !e.closest('.bell') && parseFloat(getComputedStyle(e).fontSize) < 18);
              return [...small, ...texts].map(e => e.outerHTML.slice(0, 120));
            }""";

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,light,plain", "zh-CN,dark,plain", "zh-CN,light,elder", "zh-CN,dark,elder", "en,light,plain"})
    void eachPartLooksRightInEachView(String language, String theme, String size) {
        for (var page : List.of(browser.phone(), browser.desk())) {
            page.navigate("/gallery");
            page.context()
                    .addCookies(List.of(new Cookie("view", language + "." + theme + "." + size)
                            .setUrl("http://localhost:" + port)));
            for (var name : List.of("", "/start", "/desk", "/form")) {
                page.navigate("/gallery" + name);
                Browser.looksRight(
                        page, "gallery" + name.replace('/', '-') + "-" + language + "-" + theme + "-" + size);
            }
        }
    }

    @Test
    void aMistakeComesBackBesideItsField() {
        for (var page : List.of(browser.phone(), browser.phoneWithoutScript())) {
            page.navigate("/gallery/form");
            page.locator("form.stack button").click();
            assertThat(page.locator("#words-mistake")).hasText("请写一写要帮什么");
            assertThat(page.locator("#words")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(".notice.bad a")).hasCount(2);
        }
        var page = browser.phone();
        page.navigate("/gallery/form");
        page.locator("form.stack button").click();
        Browser.looksRight(page, "gallery-mistakes");
    }

    @Test
    void whatWasDoneIsToldOnceOnTheNextPage() {
        var page = browser.phoneWithoutScript();
        page.navigate("/gallery/form");
        page.locator("#words").fill("理发");
        page.locator("form.stack button").click();
        assertThat(page.locator("#notice")).hasText("送出去了，归义村站已经看到。");
        page.reload();
        assertThat(page.locator("#notice")).isEmpty();
    }

    @Test
    void aRefusalTakesItsPlaceOnThePageOrIsAPageOfItsOwn() {
        var quick = browser.phone();
        quick.navigate("/gallery");
        quick.locator("#take button").click();
        assertThat(quick.locator("#notice")).containsText("已经有人先接下了");
        assertThat(quick.locator("#take")).isVisible();

        var plain = browser.phoneWithoutScript();
        plain.navigate("/gallery");
        plain.locator("#take button").click();
        assertThat(plain.locator("main")).containsText("看看别的点单");
    }

    @Test
    void refusalsAndErrorsLookRightToo() {
        for (var page : List.of(browser.phone(), browser.desk())) {
            page.navigate("/gallery/form");
            page.locator("#words").fill("late");
            page.locator("form.stack button").click();
            Browser.looksRight(page, "gallery-refused");
            page.navigate("/gallery/nowhere");
            Browser.looksRight(page, "gallery-not-found");
            page.navigate("/gallery");
            page.locator(".menu summary").click();
            Browser.looksRight(page, "gallery-menu");
        }
    }

    @Test
    void theElderViewIsOneTapAwayAndEverythingInItIsLargeEnough() {
        var page = browser.phone();
        page.navigate("/gallery/form");
        page.locator("button[name=elder]").click();
        page.waitForURL(Pattern.compile(".*/gallery/form$"));
        assertThat(page.locator("html")).hasAttribute("data-elder", "on");
        for (var name : List.of("", "/start", "/desk", "/form")) {
            page.navigate("/gallery" + name);
            Assertions.assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name).isEmpty();
        }
    }
}
