package feiyan.orders.web;

import static feiyan.web.browser.Browser.looksRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.orders.Pictures;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.browser.Browser;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An elder of 74 orders on her phone, in large type; she goes back, reloads, is interrupted, and loses nothing. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderWritingTest {

    private static final String PASSWORD = "swallow over wheat";
    private static final String WORDS = "厨房的灯不亮了，够不着，想请人来看看。";
    private static final String NEXT = "main .buttons button.big";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Village village;
    private Browser browser;

    @BeforeAll
    void open() {
        village = Village.in(house);
        village.project("BM04", 1, 40, false, false, null);
        village.the(Policies.class)
                .set(village.county, Policy.STAFF_TOTP, false, null)
                .orThrow();
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void anElderOrdersStepByStepInLargeType() {
        village.volunteer("赵敏");
        var page = elder("王秀兰");
        page.navigate("/orders/new");
        looksRight(page, "form-whom-elder");
        elderCanHitEverything(page);
        page.locator("button[value=me]").click();
        say(page, WORDS);
        page.setInputFiles("#photo", photo("lamp.jpg"));
        page.waitForSelector(".shots img");
        assertThat(page.inputValue("#need")).isEqualTo(WORDS);
        looksRight(page, "form-what-elder");
        elderCanHitEverything(page);
        page.locator(NEXT).click();
        anyway(page);
        assertThat(page.inputValue("#recipient")).isEqualTo("王秀兰");
        elderCanHitEverything(page);
        page.locator("#day").selectOption(label("下周哪天都行"));
        page.locator("input[name=part][value=MORNING]").check();
        page.locator("#station").selectOption(label("Lijia"));
        page.fill("#address", "水井旁三号");
        page.fill("#namedTyped", "赵小敏");
        page.locator(NEXT).click();
        assertThat(page.locator("#namedTyped-mistake").count()).isEqualTo(1);
        looksRight(page, "form-where-mistake-elder");
        page.fill("#namedTyped", "赵敏");
        page.locator(NEXT).click();
        looksRight(page, "form-check-elder");
        elderCanHitEverything(page);
        assertThat(page.locator("main").innerText())
                .contains("上午")
                .contains("赵敏")
                .contains("1 张照片");
        page.locator(NEXT).click();
        looksRight(page, "form-placed-elder");
        assertThat(page.locator("main").innerText()).contains("赵敏").contains("上午");
        assertThat(naturalWidth(page.locator(".shots img"))).isEqualTo(80);
        page.navigate("/");
        looksRight(page, "form-home-elder");
        assertThat(page.locator(".list .what").first().innerText()).contains("Lijia收到了");
        page.navigate("/orders/new");
        assertThat(page.locator("button[value=me]").count()).isEqualTo(1);
    }

    @Test
    void neitherTheWayBackNorAReloadNorLargerTypeNorAnotherLanguageLosesAWord() {
        var page = signedIn(somebody("李桂英"));
        page.navigate("/orders/new");
        page.locator("button[value=me]").click();
        var address = page.url();
        page.fill("#need", WORDS);
        page.locator(NEXT).click();
        anyway(page);
        while (!page.url().equals(address)) {
            page.goBack();
        }
        assertThat(page.inputValue("#need")).isEqualTo(WORDS);
        page.fill("#need", WORDS + "明天也行");
        page.locator(NEXT).click();
        anyway(page);
        assertThat(page.locator("#address").count()).isEqualTo(1);
        page.locator("main .buttons a").click();
        assertThat(page.inputValue("#need")).isEqualTo(WORDS + "明天也行");
        typed(page, "#need", WORDS + "一");
        page.reload();
        assertThat(page.inputValue("#need")).isEqualTo(WORDS + "一");
        page.fill("#need", WORDS + "二");
        page.locator("button[name=elder]").click();
        page.waitForSelector("html[data-elder=on]");
        assertThat(page.inputValue("#need")).isEqualTo(WORDS + "二");
        page.fill("#need", WORDS + "三");
        page.locator("details.menu summary").click();
        page.locator("button[name=language][value=en]").click();
        page.waitForSelector("html[lang=en]");
        assertThat(page.inputValue("#need")).isEqualTo(WORDS + "三");
    }

    @Test
    void whoIsInterruptedGoesOnTheNextDayOrThrowsItAway() {
        var somebody = somebody("孙玉梅");
        var page = signedIn(somebody);
        page.navigate("/orders/new");
        page.locator("button[value=other]").click();
        page.fill("#need", WORDS);
        page.locator("details.menu summary").click();
        page.locator("form[action$=sign-out] button").click();
        page.waitForURL(Pattern.compile("/$"));
        var tomorrow = signedIn(somebody);
        tomorrow.navigate("/");
        looksRight(tomorrow, "form-home-draft");
        tomorrow.locator("main a[href*='/orders/new/']").first().click();
        anyway(tomorrow);
        assertThat(tomorrow.inputValue("#recipient")).isEmpty();
        tomorrow.navigate("/orders/new");
        looksRight(tomorrow, "form-whom-draft");
        tomorrow.navigate("/");
        tomorrow.locator("main details summary").click();
        tomorrow.locator("form[action$=discarding] button").click();
        assertThat(tomorrow.locator("main a[href*='/orders/new/']").count()).isZero();
    }

    @Test
    void allOfItWorksWithoutScripts() {
        var page = signedIn(browser.phoneWithoutScript(), somebody("赵玉兰"));
        page.navigate("/orders/new");
        page.locator("button[value=me]").click();
        page.fill("#need", WORDS);
        page.setInputFiles("#photo", new FilePayload[] {photo("a.jpg"), photo("b.jpg")});
        page.setInputFiles("#voice", new FilePayload("voice", "text/plain", Pictures.webm()));
        page.locator("[data-add]").click();
        assertThat(page.inputValue("#need")).isEqualTo(WORDS);
        assertThat(page.locator(".shots img").count()).isEqualTo(2);
        assertThat(page.locator("audio").count()).isEqualTo(1);
        page.locator(".shots button").first().click();
        assertThat(page.locator(".shots img").count()).isEqualTo(1);
        page.setInputFiles(
                "#photo",
                new FilePayload("lie.jpg", "image/jpeg", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator(NEXT).click();
        assertThat(page.locator("#photo-mistake").count()).isEqualTo(1);
        page.locator(NEXT).click();
        anyway(page);
        where(page);
        page.locator(NEXT).click();
        assertThat(page.locator(".chip").count()).isPositive();
        assertThat(page.locator("main audio").count()).isEqualTo(1);
    }

    @Test
    void twoWindowsDoNotMixAndNeitherLosesWhatWasTyped() {
        var one = signedIn(somebody("周淑芳"));
        one.navigate("/orders/new");
        one.locator("button[value=me]").click();
        try (var two = one.context().newPage()) {
            two.navigate(one.url());
            typed(one, "#need", "第一个窗口");
            two.fill("#need", "第二个窗口");
            two.locator(NEXT).click();
            assertThat(two.locator("[data-elsewhere]").isVisible()).isTrue();
            assertThat(two.inputValue("#need")).isEqualTo("第二个窗口");
            looksRight(two, "form-elsewhere");
            two.locator(NEXT).click();
            anyway(two);
            one.navigate(one.url());
            assertThat(one.inputValue("#need")).isEqualTo("第二个窗口");
        }
    }

    @Test
    void theNextOrderForTheSamePersonIsFilledInAndASecondOneForTheSameIsShownBeforeItIsSent() {
        var page = signedIn(somebody("刘小燕"));
        page.navigate("/orders/new");
        page.locator("button[value=other]").click();
        haircut(page);
        page.fill("#recipient", "刘大娘");
        page.fill("#phone", "0539-6221234");
        where(page);
        assertThat(page.locator("main .notice.wait").count()).isZero();
        page.locator(NEXT).click();
        var first = page.url();
        page.navigate("/orders/new");
        page.locator("button", new Page.LocatorOptions().setHasText("刘大娘")).click();
        haircut(page);
        assertThat(page.inputValue("#address")).isEqualTo("水井旁三号");
        page.locator(NEXT).click();
        looksRight(page, "form-likely");
        assertThat(page.locator("main a[href='" + first.replaceAll("https?://[^/]+", "") + "']")
                        .count())
                .isEqualTo(1);
        page.locator(NEXT).click();
        assertThat(page.url()).isNotEqualTo(first).doesNotContain("/new/");
    }

    @Test
    void aVoiceIsRecordedInThePageAndHeardAgain() {
        var page = browser.phone();
        page.addInitScript("""
                navigator.mediaDevices.getUserMedia = async () => {
                  const context = new AudioContext();
                  const end = context.createMediaStreamDestination();
                  const tone = context.createOscillator();
                  tone.connect(end);
                  tone.start();
                  return end.stream;
                };""");
        signedIn(page, somebody("吴秀英"));
        page.navigate("/orders/new");
        page.locator("button[value=me]").click();
        page.waitForSelector("[data-record]");
        assertThat(page.locator("#voice").isVisible()).isFalse();
        page.locator("[data-record]").click();
        page.waitForFunction("() => /5\\d/.test(document.querySelector('[data-time]').textContent)");
        looksRight(page, "form-recording");
        page.locator("[data-recorder] [data-stop]").click();
        page.waitForSelector("audio");
        page.waitForFunction("() => document.querySelector('audio').readyState >= 1");
        looksRight(page, "form-recorded");
        page.locator(NEXT).click();
        assertThat(page.locator("#address").count()).isEqualTo(1);
    }

    private void haircut(Page page) {
        page.locator("details.card summary", new Page.LocatorOptions().setHasText("Everyday"))
                .click();
        page.locator("#project-BM04").check();
        page.locator(NEXT).click();
    }

    private static void where(Page page) {
        page.locator("#day").selectOption(label("明天"));
        page.locator("#station").selectOption(label("Lijia"));
        page.fill("#address", "水井旁三号");
        page.locator(NEXT).click();
    }

    private static void say(Page page, String words) {
        page.fill("#need", words);
    }

    /** What a finger with little feeling and little light has to hit. */
    private static void elderCanHitEverything(Page page) {
        var small = page.evaluate("""
                () => [...document.querySelectorAll('main :is(a, button, summary, select, audio, textarea, .choice, .tick,'
                    + ' input:not([type=hidden], [type=radio], [type=checkbox]))')]
                  .filter(it => it.checkVisibility() && !it.classList.contains('unseen'))
                  .map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect().height])
                  .filter(it => it[1] < 60).map(it => it.join(' '))""");
        assertThat((List<?>) small).as("too small at %s", page.url()).isEmpty();
    }

    /** Types and waits until it is kept. */
    private static void typed(Page page, String field, String words) {
        page.waitForResponse(answer -> answer.url().endsWith("/keeping"), () -> page.fill(field, words));
    }

    /** Whatever the words sound like: they say it themselves. */
    private static void anyway(Page page) {
        if (page.url().endsWith("/which")) {
            page.locator("form[action$=which] button").last().click();
        }
    }

    private static Object naturalWidth(Locator image) {
        image.scrollIntoViewIfNeeded();
        return image.evaluate(
                "async it => { if (!it.complete) await new Promise(done => it.onload = done); return it.naturalWidth; }");
    }

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", Pictures.jpeg(Pictures.redLeft(80, 40)));
    }

    private static SelectOption label(String text) {
        return new SelectOption().setLabel(text);
    }

    private PersonId somebody(String name) {
        return village.person(name);
    }

    private Page elder(String name) {
        var page = signedIn(somebody(name));
        page.locator("button[name=elder]").click();
        page.waitForSelector("html[data-elder=on]");
        return page;
    }

    private Page signedIn(PersonId somebody) {
        return signedIn(browser.phone(), somebody);
    }

    private Page signedIn(Page page, PersonId person) {
        var somebody = Actor.withoutPosts(village.county, person);
        var accounts = village.the(Accounts.class);
        var account = Objects.requireNonNull(
                accounts.openFor(village.county, List.of(person)).get(person));
        accounts.setPassword(account, PASSWORD).orThrow();
        page.navigate("/staff/sign-in");
        page.fill(
                "#phone",
                village.the(Persons.class)
                        .phone(somebody.county(), person, person, null)
                        .orElseThrow()
                        .digits());
        page.fill("#password", PASSWORD);
        page.locator("main form.stack button").first().click();
        return page;
    }
}
