package feiyan.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feiyan.canary.AnswerWatch;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.PublicPaths;
import feiyan.web.browser.Browser;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** From the dispatcher's list over the leader's yes to the volunteer's day, in a browser. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(ServingPagesTest.Whoever.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Whoever whoever;

    private Browser browser;
    private Village village;

    @BeforeAll
    void open() {
        village = Village.in(house);
        village.the(Policies.class)
                .set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null)
                .orThrow();
        browser = Browser.at("http://localhost:" + port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theDispatcherAsksTheLeaderFillsTheSeatsAndTheVolunteerSeesTheDay() {
        var leader = village.volunteer("Sun Lei");
        var member = village.volunteer("Zhao Min");
        village.team(leader, member);
        var order = village.approved(village.project(2, 60), Village.wednesday(clock.instant()));

        whoever.actor = village.clerk;
        var desk = browser.desk();
        desk.navigate("/orders/" + order.value() + "/offers/new?name=Zhao");
        Browser.looksRight(desk, "new-offers");
        desk.locator("input[name=team]").first().check();
        desk.locator("form[action$='/offers'] button").click();
        assertThat(desk.url()).endsWith("/orders/" + order.value());
        assertThat(state(order)).isEqualTo(State.OFFERED);

        whoever.actor = leader;
        var phone = browser.phoneWithoutScript();
        phone.navigate("/team-offers");
        phone.locator(".list a.what").first().click();
        phone.locator("form[action$=acceptance] button").click();
        assertThat(phone.locator("input[name=member]").count()).isEqualTo(2);
        phone.locator("input[name=member]").nth(0).check();
        phone.locator("input[name=member]").nth(1).check();
        phone.locator("form[action$=seats] button").click();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);

        whoever.actor = member;
        phone.navigate("/my-day");
        assertThat(phone.locator("article.card").count()).isEqualTo(1);
        phone.locator("input[name=code]").fill("12");
        phone.locator("form[action$=check-in] button").click();
        assertThat(phone.locator(".mistake").count()).isEqualTo(1);
    }

    @Test
    void theUnitKeepsTheRollWhereNobodyLeads() {
        var zhao = village.volunteer("Zhao Min");
        var order = village.approved(village.project(2, 60), Village.wednesday(clock.instant()));
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, Village.wednesday(clock.instant())),
                        List.of(
                                new Invitee.ToVolunteer(zhao.person()),
                                new Invitee.ToVolunteer(
                                        village.volunteer("Qian Jin").person())))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(zhao, offer).orThrow();
        whoever.actor = zhao;
        var phone = browser.phone();
        phone.navigate("/offers/" + offer.value());
        assertThat(phone.locator("form[action$=confirmation]").count()).isZero();
        assertThat(phone.navigate("/orders/" + order.value() + "/roll").status())
                .isEqualTo(404);

        whoever.actor = village.clerk;
        looksRight(phone, "/orders/" + order.value() + "/roll", "roll");
        var desk = browser.desk();
        desk.navigate("/orders/" + order.value());
        desk.locator("a[href$=roll]").click();
        Browser.looksRight(desk, "roll");
        desk.locator("form[action$=withdrawal] button").click();
        assertThat(desk.url()).endsWith("/roll");
        desk.locator("details:has(form[action$=go-ahead]) summary").click();
        desk.locator("form[action$=go-ahead] button").click();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        desk.navigate("/orders/" + order.value());
        desk.locator("details:has(form[action$=cancellation]) summary").click();
        desk.locator("#cancel-words").fill("In hospital");
        desk.locator("form[action$=cancellation] button").click();
        assertThat(state(order)).isEqualTo(State.CANCELLED);
    }

    @Test
    void everyPageLooksRightOnAPhoneAndADesk() {
        var leader = village.volunteer("Wu Gang");
        var offer = offered(leader);
        whoever.actor = leader;
        for (var page : List.of(browser.phone(), browser.desk())) {
            looksRight(page, "/my-day", "my-day");
            looksRight(page, "/team-offers", "team-offers");
            looksRight(page, "/offers/" + offer.value(), "offer");
        }
        village.the(Answers.class).accept(leader, offer).orThrow();
        for (var page : List.of(browser.phone(), browser.desk())) {
            looksRight(page, "/offers/" + offer.value(), "offer-accepted");
        }
        whoever.actor = village.volunteer("Zheng Li");
        for (var page : List.of(browser.phone(), browser.desk())) {
            looksRight(page, "/my-day", "my-day-empty");
            looksRight(page, "/team-offers", "team-offers-empty");
        }
    }

    @Test
    void whatIsNotApprovedIsOfferedToNobody() {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        whoever.actor = village.clerk;
        assertThat(browser.desk()
                        .navigate("/orders/" + order.value() + "/offers/new")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void strangersFindNothing() {
        var offer = offered(village.volunteer("Feng"));
        whoever.actor = village.volunteer("Chen");
        assertThat(browser.phone().navigate("/offers/" + offer.value()).status())
                .isEqualTo(404);
        assertThat(browser.phone().navigate("/offers/nonsense").status()).isEqualTo(404);
    }

    private OfferId offered(Actor leader) {
        var order = village.approved(village.project(2, 60), Village.wednesday(clock.instant()));
        var team = new Invitee.ToTeam(village.team(leader));
        var slot = village.slot(order, Village.wednesday(clock.instant()));
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), slot, List.of(team))
                .orThrow()
                .getFirst();
    }

    private static void looksRight(Page page, String path, String name) {
        assertThat(page.navigate(path).status()).isEqualTo(200);
        Browser.looksRight(page, name);
    }

    private State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }

    /** Whoever sits at the page, without the way through the sign-in, which has tests of its own. */
    @TestConfiguration
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Whoever implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        private volatile @Nullable Actor actor;

        @Bean
        static PublicPaths open() {
            return () -> List.of("/orders/**", "/offers/**", "/team-offers", "/my-day", "/seats/**");
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
