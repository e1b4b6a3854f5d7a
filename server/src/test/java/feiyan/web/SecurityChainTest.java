package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "feiyan.gallery=true")
@Import(SecurityChainTest.Doors.class)
class SecurityChainTest {

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void somebody() {
        http = new Http(port);
    }

    @Test
    void aStrangerIsSentToSignInAndBack() throws Exception {
        var answer = http.get("/inside?page=2");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sign-in?next=%2Finside%3Fpage%3D2");
    }

    @Test
    void afterAFormTheWayBackIsThePageThatItStoodOn() throws Exception {
        var answer = http.post("/gallery/form", "/inside", "a=b");
        assertThat(location(answer)).endsWith("/sign-in?next=%2Fgallery%2Fform");
    }

    @Test
    void whoWroteSomethingWhileTheSignInEndedKeepsTheWordsAndIsShownTheWayBackIn() throws Exception {
        var answer = http.post("/gallery/form", "/inside", "words=Ask+the+mill");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .containsPattern("data-written[^>]*>Ask the mill<")
                .contains("href=\"/sign-in?next=/gallery/form\"", "id=\"what-happened\"", "您的登录已经结束");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void htmxLeavesThePageToSignIn() throws Exception {
        var answer = http.get("/inside", "HX-Request", "true", "HX-Current-URL", "https://evil.example/orders?a=1");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in?next=%2Forders%3Fa%3D1");
    }

    @Test
    void whoSignsInGetsANewSessionAndLosesItOnSigningOut() throws Exception {
        http.get("/open/session");
        var before = http.cookie("JSESSIONID");
        http.get("/open/sign-in");
        assertThat(http.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(http.get("/inside").body()).isEqualTo("inside");

        assertThat(http.get("/inside").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(location(http.post("/gallery", "/sign-out", ""))).endsWith("/");
        assertThat(http.get("/inside").statusCode()).isEqualTo(302);
    }

    @Test
    void readingPublicPagesMakesNoSession() throws Exception {
        http.get("/gallery");
        assertThat(http.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void pagesMayNotBeFramedOrRunForeignScript() throws Exception {
        var headers = http.get("/gallery").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whatThePageLoadsCarriesAFingerprintAndIsKept() throws Exception {
        var assets = Pattern.compile("(?:href|src)=\"(/_static/[^\"#]+)")
                .matcher(http.get("/gallery").body());
        var seen = 0;
        while (assets.find()) {
            var answer = http.get(assets.group(1));
            assertThat(assets.group(1)).containsPattern("-[0-9a-f]{32}\\.");
            assertThat(answer.statusCode()).as(assets.group(1)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
            seen++;
        }
        assertThat(seen).isGreaterThan(3);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Controller
    @ResponseBody
    static class Doors implements PublicPaths {

        private final SignedIn signedIn;

        Doors(SignedIn signedIn) {
            this.signedIn = signedIn;
        }

        @Override
        public List<String> patterns() {
            return List.of("/open/**");
        }

        @GetMapping("/open/session")
        String session(HttpServletRequest request) {
            return request.getSession().getId();
        }

        @GetMapping("/open/sign-in")
        String signIn(HttpServletRequest request, HttpServletResponse response) {
            signedIn.as(UsernamePasswordAuthenticationToken.authenticated("wang", null, List.of()), request, response);
            return "welcome";
        }

        @GetMapping("/inside")
        String inside() {
            return "inside";
        }

        @PostMapping("/inside")
        String change() {
            return "changed";
        }
    }
}
