package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.servlet.multipart.max-request-size=10KB")
@Import(ErrorPagesTest.BrokenPages.class)
class ErrorPagesTest {

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void somebody() {
        http = new Http(port);
    }

    @Test
    void aBugShowsALogIdAndNothingFromInside() throws Exception {
        var answer = http.get("/broken/bug");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("编号：[0-9a-f]{8}")
                .contains("不是您的错")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void aBrokenTemplateIsABugTooAndNotHalfAPage() throws Exception {
        var answer = http.get("/broken/template");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsOnlyOnce("<html").containsPattern("编号：[0-9a-f]{8}");
    }

    @Test
    void thePageThatTellsOfABugDoesNotAskWhoLooks() throws Exception {
        var answer = http.get("/broken/viewer");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("系统出了点问题");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(http.get("/broken/nowhere").statusCode()).isEqualTo(404);
        assertThat(http.get("/broken/things/not-an-id").statusCode()).isEqualTo(404);
        assertThat(http.get("/broken/typed-things/not-an-id").body()).contains("没有找到这一页");
        assertThat(http.get("/_static/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void aTypedIdIsReadFromThePath() throws Exception {
        var id = UUID.randomUUID();
        assertThat(http.get("/broken/typed-things/" + id).body()).isEqualTo("ThingId[value=" + id + "]");
    }

    @Test
    void aParameterThatMakesNoSenseIsTheAskersMistake() throws Exception {
        var answer = http.get("/broken/number?n=many");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("这一步没看明白");
    }

    @Test
    void aPageThatTakesOnlyFormsSaysSo() throws Exception {
        var answer = http.get("/broken/form");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("这里不能这样打开");
    }

    @Test
    void aFormFromElsewhereIsForbidden() throws Exception {
        var answer = http.postWithoutToken("/broken/form", "a=b");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("这一页您现在打不开");
        // Whoever lost the session in the middle of a form is shown the way back in.
        assertThat(answer.body().substring(answer.body().indexOf("<main"))).contains("href=\"/sign-in\"");
    }

    @Test
    void whoeverIsRefusedIsShownTheOwnWordsToCopyAndNothingElseThatWasSent() throws Exception {
        var sent = "words=Ask+the+mill%0Afor+<b>flour</b>&reason=OTHER&value=12&secret=9";
        for (var answer : List.of(
                http.postWithoutToken("/broken/form", sent),
                http.post("/broken/nowhere", "/broken/typed-things/not-an-id", sent),
                http.post("/broken/nowhere", "/broken/bug", sent))) {
            assertThat(answer.statusCode()).isIn(403, 404, 500);
            assertThat(answer.body())
                    .as("%s", answer)
                    .containsPattern("data-written[^>]*>Ask the mill\nfor &lt;b&gt;flour&lt;/b&gt;<")
                    .containsOnlyOnce("data-written")
                    .doesNotContain("OTHER", ">12<", ">9<");
        }
        assertThat(http.postWithoutToken("/broken/form", "words=+&secret=9").body())
                .doesNotContain("data-written");
    }

    @Test
    void whatAnotherSitesPageSentIsNotShownAsOnesOwn() throws Exception {
        var sent = "words=Call+this+number";
        for (var page : List.of(
                List.of("Origin", "https://evil.example"),
                List.of("Origin", "null"),
                List.of("Origin", "http://localhost:1"),
                List.of("Referer", "http://evil.example/page"),
                List.of("Sec-Fetch-Site", "cross-site", "Origin", "http://localhost:" + port))) {
            var answer = http.postWithoutToken("/broken/form", sent, page.toArray(String[]::new));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).as("%s", page).doesNotContain("Call this number");
        }
        for (var page : List.of(
                List.of("Origin", "http://localhost:" + port),
                List.of("Sec-Fetch-Site", "same-origin", "Origin", "null"))) {
            assertThat(http.postWithoutToken("/broken/form", sent, page.toArray(String[]::new))
                            .body())
                    .as("%s", page)
                    .contains("Call this number");
        }
        assertThat(http.get("/broken/nowhere?words=Call+this+number").body()).doesNotContain("Call this number");
    }

    @Test
    void whatStandsInTheAddressAndInTheFormIsTakenFromNeither() throws Exception {
        assertThat(http.post("/broken/nowhere", "/broken/form?a=1", "b=2").statusCode())
                .isEqualTo(200);
        assertThat(http.post("/broken/nowhere", "/broken/form?a=1", "a=2").statusCode())
                .isEqualTo(400);
        assertThat(http.post("/broken/nowhere", "/broken/form?%61=1", "b=2&a=1").statusCode())
                .as("however it is written")
                .isEqualTo(400);
        assertThat(http.post("/broken/nowhere", "/broken/form?a=1&a=2", "b=2").statusCode())
                .as("several of one place are a list")
                .isEqualTo(200);
    }

    @Test
    void whoIsRefusedIsWrittenDownByRouteAndNeverByAddress() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(DeniedLog.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(heard);
        try {
            http.postWithoutToken("/broken/form?words=secret", "a=secret");
            http.get("/broken/typed-things/secret");
            http.get("/broken/secret");
            http.get("/api/v1/secret");
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "refused 403: POST before any page, nobody signed in, a form without its token",
                        "refused 404: GET /broken/typed-things/{id}, nobody signed in, not there",
                        "refused 401: GET before any page, nobody signed in, token");
    }

    @Test
    void anUploadTooLargeIsCalledThat() throws Exception {
        var answer = http.post("/broken/nowhere", "/broken/form", "photo=" + "x".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大了");
    }

    @Test
    void htmxFindsThePartOfTheErrorThatItShows() throws Exception {
        assertThat(http.get("/broken/bug", "HX-Request", "true").body()).contains("id=\"what-happened\"");
    }

    @Test
    void anErrorSpeaksTheReadersLanguage() throws Exception {
        http.get("/broken/number?n=1&lang=en");
        assertThat(http.get("/broken/nowhere").body()).contains("<html lang=\"en\"", "There is no such page");
    }

    record ThingId(UUID value) {}

    @Controller
    static class BrokenPages implements PublicPaths, Viewers {

        private final HttpServletRequest request;

        BrokenPages(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public List<String> patterns() {
            return List.of("/broken/**");
        }

        @Override
        public Viewer current() {
            if (request.getRequestURI().endsWith("/viewer")) {
                throw new IllegalStateException("secret");
            }
            return Viewer.signedOut("");
        }

        @GetMapping("/broken/bug")
        String bug() {
            throw new IllegalStateException("secret");
        }

        @PostMapping("/broken/bug")
        String bugInAForm() {
            throw new IllegalStateException("secret");
        }

        @PostMapping("/broken/typed-things/{id}")
        @ResponseBody
        String change(@PathVariable ThingId id) {
            return id.toString();
        }

        @GetMapping("/broken/template")
        String template() {
            return "broken/secret";
        }

        @GetMapping("/broken/viewer")
        ModelAndView viewer() {
            return new ModelAndView("web/error", Map.of("code", 404));
        }

        @GetMapping("/broken/things/{id}")
        @ResponseBody
        String thing(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/broken/typed-things/{id}")
        @ResponseBody
        String typedThing(@PathVariable ThingId id) {
            return id.toString();
        }

        @GetMapping("/broken/number")
        @ResponseBody
        String number(@RequestParam int n) {
            return "" + n;
        }

        @PostMapping("/broken/form")
        @ResponseBody
        String form() {
            return "done";
        }
    }
}
