package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.RefusalReason;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice is as short as a text message, and no kind goes without its sentences. */
class NoticeTextsTest {

    private static final String NOTICE = "messages.notice.";

    @ParameterizedTest
    @CsvSource({"zh_CN, 70, “高龄老人上门理发”, 10月28日 10:00", "en, 160, “Haircut at home”, '28 Oct, 10:00'"})
    void fitIntoOneMessage(String language, int longest, String service, String time) throws IOException {
        var texts = texts(language);
        assertThat(keys(texts)).isNotEmpty();
        for (var key : keys(texts).toList()) {
            var text = MessageFormat.format(texts.getProperty(key), service, time, time);
            assertThat(text.length()).as(text).isLessThanOrEqualTo(longest);
        }
    }

    @Test
    void eachKindHasItsSentenceAndNoSentenceIsLeftOver() throws IOException {
        var texts = texts("zh_CN");
        assertThat(keys(texts)
                        .map(key -> key.substring(NOTICE.length()).replaceAll("\\..*", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(NoticeKind.values()).map(NoticeKind::code).toList());
        for (var kind : NoticeKind.values()) {
            assertThat(texts.getProperty(NOTICE + kind.code())).as("%s", kind).isNotNull();
        }
    }

    @Test
    void eachKindCanBeSentAndNamedInADigest() throws IOException {
        var texts = texts("zh_CN");
        for (var kind : NoticeKind.values()) {
            assertThat(texts.getProperty("messages.text." + kind.code()))
                    .as("%s", kind)
                    .isNotNull();
            assertThat(texts.getProperty("messages.short." + kind.code()))
                    .as("%s", kind)
                    .isNotNull();
        }
    }

    @Test
    void eachReasonOfARefusalHasItsOwnButTheOther() throws IOException {
        var texts = texts("zh_CN");
        for (var reason : RefusalReason.values()) {
            var key = NOTICE + NoticeKind.ORDER_REFUSED.code() + "." + reason.code();
            assertThat(texts.containsKey(key)).as(key).isEqualTo(reason != RefusalReason.OTHER);
        }
    }

    @Test
    void aSentenceWithATimeThatMayBeMissingHasOneWithout() throws IOException {
        var texts = texts("zh_CN");
        for (var key : keys(texts)
                .filter(key -> texts.getProperty(key).contains("{1}"))
                .toList()) {
            // An offer always proposes one.
            assertThat(texts.containsKey(key + ".undated") || key.endsWith("offer_made"))
                    .as(key)
                    .isTrue();
        }
    }

    private static Stream<String> keys(Properties texts) {
        return texts.stringPropertyNames().stream().filter(key -> key.startsWith(NOTICE));
    }

    private static Properties texts(String language) throws IOException {
        return AllWords.in(language);
    }
}
