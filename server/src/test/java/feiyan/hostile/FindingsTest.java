package feiyan.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judges of an attack see what is wrong: an attack that finds nothing is worth no more than they are. */
class FindingsTest {

    private static final Form FORM =
            new Form("/counter", "/counter", "post", false, Map.of("need", "", "version", "1"), List.of("need"));

    private final Findings findings = new Findings();

    @Test
    void aFaultIsFoundWithItsStatusAndTheIdThatThePageShowsHoweverMuchWasSent() {
        findings.check("post /counter", "x".repeat(9_000), Said.page(500, "<p id='what-happened'>log id 0a1b2c3d</p>"));
        assertThat(findings.found().get("a fault 500 at post /counter")).contains("500", "0a1b2c3d", "xxx");
    }

    @Test
    void wordsThatAPageOfARefusalDoesNotShowAreLost() {
        typed("the stove", Said.page(409, "<h1>Not now</h1><p>the stove</p>"));
        assertThat(findings.found().get("typing is lost in need at post /counter"))
                .contains("409", "the stove");
    }

    @Test
    void wordsAreLostWhereTheFormIsGoneThatAsksForMore() {
        typed("the stove", Said.page(422, "<p>Please look again</p>"));
        assertThat(findings.found()).hasSize(1);
    }

    @Test
    void wordsAreLostWhereTheFieldHasOthers() {
        typed("the stove", Said.page(422, "<form><textarea name='need'>the chair</textarea></form>"));
        assertThat(findings.found()).hasSize(1);
    }

    @Test
    void wordsAreKeptInTheirFieldOrToCopy() {
        typed("the stove", Said.page(422, "<form><textarea name='need'>the stove</textarea></form>"));
        typed("the stove", Said.page(409, "<form><input name='need' value='the stove'></form>"));
        typed("the stove", Said.page(409, "<textarea readonly data-written>the stove</textarea>"));
        assertThat(findings.found()).isEmpty();
    }

    private void typed(String need, Said answer) {
        new TypingKept(findings).judge(FORM, Map.of("need", need, "version", "7"), answer);
    }
}
