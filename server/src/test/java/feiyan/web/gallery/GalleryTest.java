package feiyan.web.gallery;

import feiyan.web.WebAlone;
import feiyan.web.browser.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
                    .addCookies(List.of(
                            new com.microsoft.playwright.options.Cookie("view", language + "." + theme + "." + size)
                                    .setUrl("http://localhost:" + port)));
            for (var name : List.of("", "/start", "/desk", "/form")) {
                page.navigate("/gallery" + name);
                Browser.looksRight(
                        page, "gallery" + name.replace('/', '-') + "-" + language + "-" + theme + "-" + size);
            }
        }
    }
}
