package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps of the template language that no browser test is sure to step into. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|each)=");

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsBesideAReplacementThatIgnoresIt(Path template) throws IOException {
        assertThat(ignoredConditions(Files.readString(template))).isEmpty();
    }

    @Test
    void theTrapIsSeen() {
        assertThat(ignoredConditions("<p th:if=\"${a}\" th:replace=\"~{b :: c}\"></p>"))
                .hasSize(1);
        assertThat(ignoredConditions("<div th:if=\"${a}\"><p th:replace=\"~{b :: c}\"></p></div>"))
                .isEmpty();
    }

    private static List<String> ignoredConditions(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag ->
                        tag.contains("th:replace=") && CONDITION.matcher(tag).find())
                .toList();
    }
}
