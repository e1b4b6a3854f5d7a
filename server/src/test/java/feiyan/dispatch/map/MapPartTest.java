package feiyan.dispatch.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import feiyan.cast.Village;
import feiyan.dispatch.map.MapPlace.Kind;
import feiyan.platform.CountyId;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.CoarsePosition;
import feiyan.units.NewUnit;
import feiyan.units.Position;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.web.PublicPaths;
import feiyan.web.browser.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The map of every page, drawn in browsers: by Chinese tiles, and by our own schematic where their server is away. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "feiyan.jobs=false",
            "feiyan.map.tiles=https://tiles{s}.example/{z}/{x}/{y}.png",
            "feiyan.map.subdomains=1,2",
            "feiyan.map.attribution=<b>Amap</b>",
            "feiyan.map.datum=gcj02"
        })
@Import({MapPartTest.Sample.class, MapPartTest.OpenDoor.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPartTest {

    private static final CoarsePosition SQUARE = Village.SQUARE;
    private static final String POINTS = ".map .place";
    private static final String ANEW = """
            fetch('/test/map').then((answer) => answer.text()).then((words) => {
              const next = new DOMParser().parseFromString(words, 'text/html').querySelector('.map-of');
              document.querySelector('.map-of').replaceWith(next);
            })""";

    private static final String NEARER = """
            () => {
              const map = document.querySelector('.map');
              const drawn = new Promise((done) => map.addEventListener('drawn', () => done(), { once: true }));
              document.querySelector('.leaflet-control-zoom-in').click();
              return drawn;
            }""";

    private static final byte[] PICTURE = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /** Three people of whom two share a spot, a need, and a way. */
    @Controller
    static class Sample {

        private final Maps maps;
        private final AtomicReference<CountyId> county = new AtomicReference<>();

        Sample(Maps maps) {
            this.maps = maps;
        }

        @GetMapping("/test/map")
        ModelAndView map() {
            var next = new CoarsePosition(34.63, 118.39);
            var places = List.of(
                    new MapPlace(Kind.ORDER, SQUARE, "单", "理发", List.of(), null),
                    new MapPlace(Kind.PERSON, next, "1", "<i>赵敏</i>", List.of(MapPlace.Line.plain("2.7 km")), "#main"),
                    new MapPlace(Kind.PERSON, next, "2", "钱进", List.of(), null),
                    new MapPlace(Kind.CHOSEN, new CoarsePosition(34.59, 118.33), "3", "孙磊", List.of(), null));
            return new ModelAndView("test/map")
                    .addObject("map", maps.of(county.get(), places, List.of(new MapTie(next, SQUARE))));
        }
    }

    static class OpenDoor {

        @Bean
        PublicPaths sample() {
            return () -> List.of("/test/map");
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Browser browser;

    @BeforeAll
    void aCountyWithInstitutesAndVillages() {
        var village = Village.in(house);
        village.the(Sample.class).county.set(village.county);
        for (int one = 0; one < 3; one++) {
            var institute = open(village, village.center, "镇" + one, 34.60 + one * .03, 118.30 + one * .05);
            for (int more = 0; more < 5; more++) {
                open(
                        village,
                        institute,
                        "村" + one + more,
                        34.57 + one * .03 + more * .012,
                        118.31 + one * .045 + (more % 3) * .014);
            }
        }
        var institute = open(village, village.center, "镇3", 34.64, 118.42);
        open(village, institute, "东头村", 34.6315, 118.389);
        open(village, institute, "西头村", 34.63, 118.39);
        open(village, institute, "南头村", 34.605, 118.345);
        open(village, institute, "北头村", 34.6065, 118.344);
        browser = Browser.at("http://localhost:" + port);
    }

    private static UnitId open(Village village, UnitId above, String name, double latitude, double longitude) {
        var unit = new NewUnit(name, null, null, new Position(latitude, longitude));
        return village.the(UnitChanges.class)
                .open(village.administrator, above, unit)
                .orThrow();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void tilesComeFromTheServerThatWasSetAndPointsLieAsItDraws() {
        var asked = new ConcurrentLinkedQueue<String>();
        var page = browser.desk();
        answering(page, asked);
        page.navigate("/test/map");
        page.locator(".map .leaflet-tile-loaded").first().waitFor();
        assertThat(asked).isNotEmpty().allMatch(url -> url.matches("https://tiles[12]\\.example/\\d+/\\d+/\\d+\\.png"));
        assertThat(page.locator(".map .leaflet-control-attribution").textContent())
                .isEqualTo("<b>Amap</b>");
        assertThat(page.locator(".map .border").count()).isZero();
        var drawn = Gcj02.of(MapPoint.of(SQUARE));
        assertThat(drawn).isNotEqualTo(MapPoint.of(SQUARE));
        assertThat(page.locator(".places li").first().getAttribute("data-at")).isEqualTo(drawn.text());
        Browser.looksRight(page, "map-tiles");
    }

    @Test
    void whereTheirServerIsAwayTheSchematicIsDrawn() {
        for (var page : List.of(browser.desk(), browser.phone())) {
            page.route("https://tiles*.example/**", Route::abort);
            page.navigate("/test/map");
            page.locator(".map .border").first().waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(page.locator(".map .house.institute").count()).isEqualTo(4);
            assertThat(page.locator(".map .house.station").count()).isEqualTo(19);
            assertThat(page.locator(POINTS).count()).isEqualTo(3);
            assertThat(page.locator(".map .tie").count()).isEqualTo(1);
            Browser.looksRight(page, "map-schematic");
        }
    }

    @Test
    void namesThatWouldLieOnOneAnotherWaitUntilOneComesNearer() {
        var page = browser.desk();
        page.route("https://tiles*.example/**", Route::abort);
        page.navigate("/test/map");
        page.locator(".map .border").first().waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        var south = house(page, "南头村");
        var north = house(page, "北头村");
        assertThat(namesOnOneAnother(page)).isZero();
        assertThat(south.isVisible() ^ north.isVisible()).isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "map-labels.png")));

        var hidden = south.isVisible() ? north : south;
        hidden.locator("xpath=../i").hover(new Locator.HoverOptions().setForce(true));
        assertThat(hidden.isVisible()).as("pointed at").isTrue();
        page.mouse().move(0, 0);
        assertThat(hidden.isVisible()).isFalse();

        while (!hidden.isVisible()
                && page.locator(".leaflet-control-zoom-in.leaflet-disabled").count() == 0) {
            page.evaluate(NEARER);
            assertThat(namesOnOneAnother(page)).isZero();
        }
        assertThat(south.isVisible() && north.isVisible()).isTrue();
    }

    @Test
    void aPointInFocusNamesItsVillage() {
        var page = browser.desk();
        page.route("https://tiles*.example/**", Route::abort);
        page.navigate("/test/map");
        page.locator(".map .border").first().waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        var west = house(page, "西头村");
        assertThat(west.isVisible()).isFalse();
        page.locator(".map .leaflet-marker-icon[aria-label*='2']:has(.person)").focus();
        assertThat(west.isVisible()).isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "map-named.png")));
        page.locator(".leaflet-control-zoom-in").focus();
        assertThat(west.isVisible()).isFalse();
    }

    private static Locator house(Page page, String name) {
        return page.locator(".map .house b", new Page.LocatorOptions().setHasText(name));
    }

    private static int namesOnOneAnother(Page page) {
        return (Integer) page.evaluate("""
                () => {
                  const shown = [...document.querySelectorAll('.map .house b')]
                    .filter((b) => b.getClientRects().length && getComputedStyle(b).visibility === 'visible')
                    .map((b) => b.getBoundingClientRect());
                  return shown.filter((a, i) => shown.slice(i + 1).some((b) =>
                    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
                }""");
    }

    @Test
    void aPointSaysByKeyboardWhoIsThereAndLeadsToTheirLine() {
        var page = browser.desk();
        answering(page, new ConcurrentLinkedQueue<>());
        page.navigate("/test/map");
        var both = page.locator(".map .leaflet-marker-icon[aria-label*='2']:has(.person)");
        both.focus();
        page.keyboard().press("Enter");
        var said = page.locator(".map .leaflet-popup-content");
        said.waitFor();
        assertThat(said.textContent()).contains("<i>赵敏</i>", "2.7 km", "钱进");
        assertThat(said.locator("a").getAttribute("href")).isEqualTo("#main");
        Browser.looksRight(page, "map-popup");
    }

    @Test
    void whatThePageHidesGoesFromTheMapAndComesBack() {
        var page = browser.desk();
        answering(page, new ConcurrentLinkedQueue<>());
        page.navigate("/test/map");
        page.locator(POINTS).first().waitFor();
        page.evaluate("document.querySelector('.places li[data-kind=chosen]').hidden = true");
        page.waitForCondition(() -> page.locator(POINTS + ".chosen").count() == 0);
        assertThat(page.locator(POINTS).count()).isEqualTo(2);
        page.evaluate("document.querySelector('.places li[data-kind=chosen]').hidden = false");
        page.locator(POINTS + ".chosen").waitFor();
    }

    @Test
    void aMapThatComesWithAPieceOfThePageIsDrawnToo() {
        var page = browser.desk();
        answering(page, new ConcurrentLinkedQueue<>());
        page.navigate("/test/map");
        page.locator(POINTS).first().waitFor();
        page.evaluate(ANEW);
        page.waitForCondition(() ->
                page.locator(".map.on").count() == 1 && page.locator(POINTS).count() == 3);
    }

    @Test
    void whoeverHadGoneNearerOnAMapThatComesAnewStaysThereAndAtTheSamePoint() {
        var page = browser.desk();
        page.route("https://tiles*.example/**", Route::abort);
        page.navigate("/test/map");
        page.locator(".map .border").first().waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.evaluate(NEARER);
        var shown = distance(page);
        page.locator(".map .leaflet-marker-icon:has(.order)").focus();
        page.evaluate(ANEW);
        page.waitForCondition(() -> page.locator(POINTS).count() == 3
                && Boolean.TRUE.equals(page.evaluate("document.activeElement.querySelector('.order') !== null")));
        assertThat(distance(page)).isEqualTo(shown);
    }

    /** How far apart two villages are drawn. */
    private static long distance(Page page) {
        return Math.round(
                house(page, "村00").boundingBox().x - house(page, "村01").boundingBox().x);
    }

    @Test
    void withoutScriptThereIsTheListAndNoEmptyFrame() {
        var page = browser.phoneWithoutScript();
        page.navigate("/test/map");
        assertThat(page.locator(".places li").count()).isEqualTo(4);
        assertThat(page.locator(".places li").first().isVisible()).isTrue();
        assertThat(page.locator(".map").isVisible()).isFalse();
    }

    private static void answering(Page page, Queue<String> asked) {
        page.route("https://tiles*.example/**", route -> {
            asked.add(route.request().url());
            route.fulfill(new Route.FulfillOptions().setContentType("image/png").setBodyBytes(PICTURE));
        });
    }
}
