package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Whoever adds a field that takes words is told here that a refusal has to give them back. */
class WrittenWordsTest {

    /** A fragment that makes one: {@code field('area', 'words', …)}. */
    private static final Pattern MADE = Pattern.compile("\\bfield\\('([\\w-]+)',\\s*'(\\w+)'");

    private static final Set<String> KINDS = Set.of("area", "text", "name", "tel", "url", "search");

    private static final Set<String> TYPES = Set.of("", "text", "tel", "url", "search", "email");

    /** Typed, but no words: a code from a paper or a list, opening hours, what a setting is set to. */
    private static final Set<String> CODES = Set.of("code", "hours", "value");

    /** The fragment of all fields: its name is given where it is used. */
    private static final String NAMED_BY_ITS_USER = "${name}";

    @ParameterizedTest
    @MethodSource("feiyan.web.TemplatesTest#templates")
    void whatTakesWordsInAFormThatIsSentGivesThemBackWhenItIsRefused(Path template) throws IOException {
        var takes = wordsTaken(Files.readString(template));
        takes.removeAll(CODES);
        takes.remove(NAMED_BY_ITS_USER);
        assertThat(WrittenWords.FIELDS).containsAll(takes);
    }

    @Test
    void whatIsRefusedAsItIsReadTurnsTheRequestAwayOnceAndThePageThatSaysSoReadsNoMore() {
        var refused = new RequestRejectedException("a sign that nobody types");
        var request = new MockHttpServletRequest("POST", "/orders") {
            @Override
            public Map<String, String[]> getParameterMap() {
                throw refused;
            }
        };
        assertThatThrownBy(() -> WrittenWords.of(request)).isSameAs(refused);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refused);
        assertThat(WrittenWords.of(request)).isEmpty();
    }

    @Test
    void noNameStandsThereThatNoFormHas() throws IOException {
        var all = new TreeSet<String>();
        for (var template : TemplatesTest.templates()) {
            all.addAll(wordsTaken(Files.readString(template)));
        }
        assertThat(all).containsAll(WrittenWords.FIELDS).containsAll(CODES);
    }

    @Test
    void eachWayToMakeAFieldIsSeen() {
        assertThat(wordsTaken("""
                <form method="post"><textarea name="a"></textarea><input name="b"><input type="tel" th:name="|c-${n}|">
                <div th:replace="~{web/parts/field :: field('name', 'd', null, null, null)}"></div>
                <input type="hidden" name="x"><input type="text" readonly value="x"></form>
                <form method="get"><input name="y" type="search">
                <div th:replace="~{web/parts/field :: field('text', 'z', null, null, null)}"></div></form>
                <th:block th:fragment="part"><input type="text" name="e"></th:block>""")).containsExactlyInAnyOrder("a", "b", "|c-${n}|", "d", "e");
    }

    private static Set<String> wordsTaken(String template) {
        var page = Jsoup.parse(template);
        var names = new TreeSet<String>();
        named(page, names);
        made(page, names);
        return names;
    }

    private static void named(Document page, Set<String> names) {
        for (var field : page.select("input, textarea")) {
            var name = field.hasAttr("th:name") ? field.attr("th:name") : field.attr("name");
            if (!name.isEmpty() && isTyped(field) && isSent(field)) {
                names.add(name);
            }
        }
    }

    private static boolean isTyped(Element field) {
        return field.normalName().equals("textarea")
                || (TYPES.contains(field.attr("type")) && !field.hasAttr("readonly"));
    }

    private static void made(Document page, Set<String> names) {
        for (var element : page.select("[th:replace]")) {
            var made = MADE.matcher(element.attr("th:replace"));
            if (made.find() && KINDS.contains(made.group(1)) && isSent(element)) {
                names.add(made.group(2));
            }
        }
    }

    /** What stands in no form is a piece of one, as far as anybody knows here. */
    private static boolean isSent(Element field) {
        var form = field.closest("form");
        return form == null || form.attr("method").equalsIgnoreCase("post");
    }
}
