package feiyan.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AviaryTest {

    private final Aviary aviary = new Aviary();
    private final Canary need = Canary.ofPeople("need");
    private final Canary phone = Canary.ofPeople("phone");
    private final String word = aviary.word(need);
    private final String number = aviary.phone(phone);

    @Test
    void hearsAWordHoweverItIsPacked() {
        for (var before : new String[] {"", "a", "ab", "abc", "{\"need\":\""}) {
            var text = before + word + " and " + number + "\"}";
            assertThat(aviary.in("<p>" + text + "</p>")).containsExactlyInAnyOrder(need, phone);
            assertThat(aviary.in("?q=" + URLEncoder.encode(text, UTF_8))).containsExactlyInAnyOrder(need, phone);
            var bytes = text.getBytes(UTF_8);
            assertThat(aviary.in("data:," + Base64.getEncoder().encodeToString(bytes)))
                    .containsExactlyInAnyOrder(need, phone);
            assertThat(aviary.in("/r/" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "/x"))
                    .containsExactlyInAnyOrder(need, phone);
            assertThat(aviary.in("\\x" + HexFormat.of().formatHex(bytes))).containsExactlyInAnyOrder(need, phone);
        }
    }

    @Test
    void hearsSixDigitsWrittenInOneOrApartButNotWithinAnId() {
        var code = Canary.ofPeople("code");
        aviary.code("471147", code);
        assertThat(aviary.in("<b>471147</b>")).containsExactly(code);
        assertThat(aviary.in("<b>471 147</b>")).containsExactly(code);
        assertThat(aviary.in("aria-label=\"4 7 1 1 4 7\"")).containsExactly(code);
        assertThat(aviary.in("01a202d6-c974-7e76-bd7c-471147dbe84 and 24711470"))
                .isEmpty();
    }

    @Test
    void aMaskedNumberIsNoNumber() {
        assertThat(aviary.in(number.substring(0, 3) + "****" + number.substring(7)))
                .isEmpty();
    }

    @Test
    void eachSpellingOfAMarkIsFoundWhereverItLies() {
        var mark = Spellings.of("Wang's <hair> 王秀兰");
        assertThat(mark.isIn(Spellings.asSent("x Wang's <hair> 王秀兰 y".getBytes(UTF_8))))
                .isTrue();
        assertThat(mark.isIn(Spellings.asSent("Wang&#39;s &lt;hair&gt; 王秀兰".getBytes(UTF_8))))
                .isTrue();
        assertThat(mark.isIn("Wang%27s+%3Chair%3E+%E7%8E%8B%E7%A7%80%E5%85%B0")).isTrue();
        assertThat(mark.isIn("Wang's <hair> \\u738b\\u79c0\\u5170")).isTrue();
        assertThat(mark.isIn("Wang's hair")).isFalse();
        for (int before = 0; before < 4; before++) {
            var text = "-".repeat(before) + "Wang's <hair> 王秀兰--";
            assertThat(mark.isIn(Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
                    .isTrue();
        }
    }
}
