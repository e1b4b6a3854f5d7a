package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.FieldCipher;
import feiyan.platform.SpareCipher;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

class NoticeCookiesTest {

    private static final String PAGE = "/orders/0199d6b2-0000-7000-8000-000000000001";
    private static final Notice PLACED = Notice.done("orders.placed", "剪发", 3);

    @TempDir
    private static Path keys;

    private final MockHttpSession session = new MockHttpSession();
    private NoticeCookies notices;

    @BeforeEach
    void withKeys() {
        var house = new StaticListableBeanFactory(Map.of("cipher", SpareCipher.in(keys)));
        notices = new NoticeCookies(house.getBeanProvider(FieldCipher.class));
    }

    @Test
    void whatWasDoneIsToldOnceOnThePageThatFollowsAndNothingIsKeptOfIt() {
        var cookie = told("notice", PLACED);
        assertThat(shown(PAGE, cookie, session)).containsEntry("notice", PLACED);
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void thePageThatTellsItTakesItAway() {
        var answer = new MockHttpServletResponse();
        notices.retrieveAndUpdate(asking(PAGE, told("notice", PLACED), session), answer);
        assertThat(answer.getCookie("notice")).isNotNull().satisfies(cookie -> {
            assertThat(cookie.getValue()).isEmpty();
            assertThat(cookie.getMaxAge()).isZero();
        });
    }

    @Test
    void anotherPageLeavesItForTheOneThatItIsFor() {
        assertThat(shown("/messages", told("notice", PLACED), session)).isEmpty();
    }

    @Test
    void nobodyElseIsToldAndNobodyCanReadOrWriteIt() {
        var cookie = told("notice", PLACED);
        assertThat(cookie.getValue()).doesNotContain("orders", "placed");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(shown(PAGE, cookie, new MockHttpSession())).isEmpty();
        assertThat(shown(PAGE, cookie, null)).isEmpty();
        for (var forged :
                new String[] {"A" + cookie.getValue(), cookie.getValue().substring(4), "!", "AQ"}) {
            assertThat(shown(PAGE, new Cookie("notice", forged), session))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void aLinkThatIsShownButOnceTravelsInTheSession() {
        var answer = new MockHttpServletResponse();
        var flash = flash("link", "/reset/abc");
        notices.saveOutputFlashMap(flash, asking("/staff", null, session), answer);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(shown(PAGE, null, session)).containsEntry("link", "/reset/abc");
    }

    @Test
    void whatIsTooLongForACookieTravelsInTheSession() {
        var answer = new MockHttpServletResponse();
        var long_ = Notice.done("calendar.added", "长".repeat(400));
        notices.saveOutputFlashMap(flash("notice", long_), asking("/calendar", null, session), answer);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(shown(PAGE, null, session)).containsEntry("notice", long_);
    }

    private Cookie told(String name, Object value) {
        var answer = new MockHttpServletResponse();
        notices.saveOutputFlashMap(flash(name, value), asking("/orders/new", null, session), answer);
        return Objects.requireNonNull(answer.getCookie("notice"));
    }

    private static FlashMap flash(String name, Object value) {
        var flash = new FlashMap();
        flash.put(name, value);
        flash.setTargetRequestPath(PAGE);
        return flash;
    }

    private Map<String, Object> shown(String path, @Nullable Cookie cookie, @Nullable MockHttpSession whose) {
        var found = notices.retrieveAndUpdate(asking(path, cookie, whose), new MockHttpServletResponse());
        return found == null ? Map.of() : found;
    }

    private static MockHttpServletRequest asking(
            String path, @Nullable Cookie cookie, @Nullable MockHttpSession whose) {
        var request = new MockHttpServletRequest("GET", path);
        if (whose != null) {
            request.setSession(whose);
        }
        if (cookie != null) {
            request.setCookies(cookie);
        }
        return request;
    }
}
