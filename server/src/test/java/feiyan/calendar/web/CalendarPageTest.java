package feiyan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import feiyan.canary.AnswerWatch;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import feiyan.units.TestCounty;
import feiyan.web.PublicPaths;
import feiyan.web.browser.Browser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import(CalendarPageTest.AtTheDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Foundings foundings;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc signedIn;

    @Autowired
    AtTheDesk desk;

    private Browser browser;
    private Actor administrator;

    @BeforeAll
    void found() {
        var founding = new Founding("郯城县", "371322", "王志远", TestCounty.phone(), "correct horse battery");
        administrator =
                TestCounty.found(foundings, transactions, jdbc, founding).actor();
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void sitDown() {
        desk.actor = administrator;
    }

    @Test
    void showsTheYearAndLooksRightOnAPhoneAndADesk() {
        for (var page : List.of(browser.phone(), browser.desk())) {
            assertThat(page.navigate("/admin/calendar?year=2026").status()).isEqualTo(200);
            assertThat(page.locator("tbody tr").count()).isEqualTo(13);
            Browser.looksRight(page, "calendar");
            page.navigate("/admin/calendar?year=2024");
            assertThat(page.locator(".empty").count()).isEqualTo(1);
            Browser.looksRight(page, "calendar-empty");
        }
    }

    @Test
    void addsAndRemovesADayWithoutScript() {
        var page = browser.phoneWithoutScript();
        page.navigate("/admin/calendar?year=2027");
        fill(page, "2027-01-01", "", "元旦");
        assertThat(page.locator("tbody tr").allInnerTexts())
                .singleElement()
                .asString()
                .contains("元旦");
        page.locator("tbody button").click();
        assertThat(page.locator("tbody tr").count()).isZero();
    }

    @Test
    void saysByTheFieldWhatIsToBePutRightAndKeepsTheRest() {
        var page = browser.phone();
        page.navigate("/admin/calendar");
        fill(page, "2026-06-20", "2026-06-18", "");
        assertThat(page.locator("#to-mistake").isVisible()).isTrue();
        assertThat(page.locator("#name-mistake").isVisible()).isTrue();
        assertThat(page.locator("#from").inputValue()).isEqualTo("2026-06-20");
        Browser.looksRight(page, "calendar-mistakes");
    }

    @Test
    void refusesALongSpanWithWhatToDo() {
        var page = browser.phone();
        page.navigate("/admin/calendar");
        fill(page, "2026-06-01", "2026-07-31", "农忙");
        assertThat(page.locator("main").innerText()).contains("31");
        Browser.looksRight(page, "calendar-refused");
    }

    @Test
    void isClosedToWhoeverDoesNotAdministerTheCenter() throws Exception {
        desk.actor = Actor.withoutPosts(administrator.county(), administrator.person());
        signedIn.perform(get("/admin/calendar").with(user("clerk"))).andExpect(status().isForbidden());
    }

    private static void fill(Page page, String from, String to, String name) {
        page.fill("#from", from);
        page.fill("#to", to);
        page.fill("#name", name);
        page.locator("form[action$=spans] button").click();
    }

    /** Whoever sits at the desk, without the way through the sign-in, which has tests of its own. */
    @TestConfiguration
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class AtTheDesk implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        volatile @Nullable Actor actor;

        @Bean
        static PublicPaths open() {
            return () -> List.of("/admin/calendar/**");
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.addFirst(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public @Nullable Actor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            AnswerWatch.somebodySits(request);
            return actor;
        }
    }
}
