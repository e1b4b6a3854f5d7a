package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "feiyan.gallery=true")
class ViewSettingsTest {

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void somebody() {
        http = new Http(port);
    }

    @Test
    void aPageIsChineseWhateverTheBrowserPrefers() throws Exception {
        assertThat(http.get("/gallery", "Accept-Language", "en-US,en").body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void eachChoiceIsKeptAndTheOthersStay() throws Exception {
        http.post("/gallery", "/view-settings", "elder=true&back=/gallery");
        http.post("/gallery", "/view-settings", "theme=dark&back=/gallery");
        http.post("/gallery", "/view-settings", "language=en&back=/gallery");
        assertThat(http.get("/gallery").body()).contains("<html lang=\"en\" data-theme=\"dark\" data-elder=\"on\"");
    }

    @Test
    void aLinkCanBringItsLanguage() throws Exception {
        assertThat(http.get("/gallery?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(http.get("/gallery").body()).contains("<html lang=\"en\"");
    }

    @Test
    void whatIsNotOnOfferIsChineseAndPlain() throws Exception {
        http.post("/gallery", "/view-settings", "language=tlh&theme=%22%3E%3Cscript%3E");
        assertThat(http.get("/gallery?lang=xx").body()).contains("<html lang=\"zh-CN\" data-theme=\"auto\"");
        assertThat(http.get("/gallery", "Cookie", "view=a.b.c.d").statusCode()).isEqualTo(200);
    }

    @Test
    void theWayBackNeverLeavesTheServer() throws Exception {
        var answer = http.post("/gallery", "/view-settings", "elder=true&back=//evil.example");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }
}
