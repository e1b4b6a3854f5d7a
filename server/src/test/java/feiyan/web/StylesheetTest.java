package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class StylesheetTest {

    @Test
    void darkIsTheSameByChoiceAndByTheSystem() throws IOException {
        var css = new ClassPathResource("static/feiyan.css").getContentAsString(StandardCharsets.UTF_8);
        for (var root : List.of(":root", ":root[data-elder]")) {
            assertThat(block(css, root + "[data-theme=\"dark\"]"))
                    .isEqualTo(block(css, root + ":not([data-theme=\"light\"])"));
        }
    }

    private static String block(String css, String selector) {
        var found = Pattern.compile(Pattern.quote(selector) + " \\{([^}]*)}").matcher(css);
        assertThat(found.find()).as(selector).isTrue();
        return found.group(1).replaceAll("\\s+", " ");
    }
}
