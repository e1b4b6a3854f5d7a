package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.OfferHeadline;
import feiyan.dispatch.OfferId;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderHeadline;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text message is one text message, with its signature, whatever the service is called and whoever is to call. */
class TextLengthsTest {

    /** Two digits each for month, day and hour. */
    private static final Instant LATE = Instant.parse("2026-11-28T02:30:00Z");

    private static final Minutes MANY = new Minutes(600, 599);

    private static final String NUMBER = "0539-12345678";
    private static final String LONG_CHINESE = "老年人智能手机使用与防范电信诈骗课堂（第二期）";
    private static final String LONG_ENGLISH = "Haircut at home for bedridden elders";

    private final TextWords words;

    TextLengthsTest() throws IOException {
        words = new TextWords(AllWords.source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyKindFitsWithTheLongestThatCanStandInIt(String language) throws IOException {
        var locale = Locale.forLanguageTag(language);
        for (var kind : NoticeKind.values()) {
            for (var notice : variants(kind)) {
                for (var number : new @Nullable String[] {NUMBER, null}) {
                    var text = words.say(List.of(notice), number, null, locale);
                    assertThat(Gsm7.fits(text))
                            .as("%d: %s", text.length(), text)
                            .isTrue();
                    assertThat(text).doesNotContain("{").startsWith(language.equals("en") ? "Feiyan: " : "【飞燕】");
                    assertThat(Gsm7.writes(text)).as(text).isEqualTo(language.equals("en"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aDigestOfManyFits(String language) throws IOException {
        var locale = Locale.forLanguageTag(language);
        var source = AllWords.source();
        var longest = Stream.of(NoticeKind.values())
                .sorted(Comparator.comparingInt((NoticeKind kind) -> Objects.requireNonNull(
                                        source.getMessage("messages.short." + kind.code(), null, "", locale))
                                .length())
                        .reversed())
                .limit(4)
                .map(kind -> notice(kind, null, null, LATE))
                .toList();
        var many =
                Stream.generate(() -> longest).limit(40).flatMap(List::stream).toList();
        var text = words.say(many, NUMBER, null, locale);
        assertThat(text).contains("160", NUMBER, source.getMessage("messages.text.more", null, "", locale));
        assertThat(Gsm7.fits(text)).as("%d: %s", text.length(), text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void severalRequestsFitHoweverTheyAreCalled(String language) {
        var locale = Locale.forLanguageTag(language);
        for (var name : new @Nullable String[] {LONG_CHINESE, LONG_ENGLISH, null}) {
            var many = IntStream.range(0, 12)
                    .mapToObj(n -> notice(NoticeKind.OFFER_MADE, name == null ? null : n + name, null, LATE))
                    .toList();
            var text = words.say(many, NUMBER, null, locale);
            assertThat(text).contains("12").doesNotContain("{");
            assertThat(Gsm7.fits(text)).as("%d: %s", text.length(), text).isTrue();
        }
    }

    @Test
    void anEnglishTextDoesNotNameWhatItsAlphabetCannotWrite() {
        var notice = notice(NoticeKind.ORDER_APPROVED, LONG_CHINESE, null, LATE);
        assertThat(words.say(List.of(notice), NUMBER, null, Locale.ENGLISH)).contains("Order 261128-K7M3Q");
    }

    @Test
    void aLongNameIsCutWhereOneSees() {
        assertThat(ServiceName.written(LONG_CHINESE, Locale.SIMPLIFIED_CHINESE)).contains("老年人智能手机使用与防…");
        assertThat(ServiceName.written(LONG_ENGLISH, Locale.ENGLISH)).contains("Haircut at home f...");
        assertThat(ServiceName.written("理发", Locale.SIMPLIFIED_CHINESE)).contains("理发");
        assertThat(ServiceName.written("一二三四五六七八九十𠮷𠮷𠮷", Locale.SIMPLIFIED_CHINESE))
                .contains("一二三四五六七八九十…");
    }

    @Test
    void aConfidentialOrderTellsNeitherItsServiceNorWhyItWasRefused() {
        var refused = notice(NoticeKind.ORDER_REFUSED, null, "nobody_qualified", LATE, true);
        var text = words.say(List.of(refused), NUMBER, null, Locale.ENGLISH);
        assertThat(text).contains("Order 261128-K7M3Q").doesNotContain("qualification");
    }

    @Test
    void extensionSignsCountTwice() {
        assertThat(Gsm7.fits("a".repeat(160))).isTrue();
        assertThat(Gsm7.fits("a".repeat(159) + "[")).isFalse();
        assertThat(Gsm7.fits("a".repeat(70) + "’")).isFalse();
        assertThat(Gsm7.fits("字".repeat(70))).isTrue();
    }

    /** With and without a name, a time, and for each reason that has a sentence of its own. */
    private static List<Notice> variants(NoticeKind kind) throws IOException {
        var variants = new ArrayList<Notice>();
        for (var reason : reasons(kind)) {
            for (var name : new @Nullable String[] {LONG_CHINESE, LONG_ENGLISH, null}) {
                variants.add(notice(kind, name, reason, LATE));
                if (kind != NoticeKind.OFFER_MADE) {
                    variants.add(notice(kind, name, reason, null));
                }
            }
        }
        return variants;
    }

    private static List<@Nullable String> reasons(NoticeKind kind) throws IOException {
        var reasons = new ArrayList<@Nullable String>();
        reasons.add(null);
        AllWords.keys("messages.text." + kind.code() + ".")
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .filter(reason -> !reason.equals("undated"))
                .forEach(reasons::add);
        return reasons;
    }

    private static Notice notice(
            NoticeKind kind, @Nullable String project, @Nullable String reason, @Nullable Instant time) {
        return notice(kind, project, reason, time, false);
    }

    private static Notice notice(
            NoticeKind kind,
            @Nullable String project,
            @Nullable String reason,
            @Nullable Instant time,
            boolean confidential) {
        var order = new OrderId(Ids.next());
        var slot = time == null ? null : new Slot(time, time.plus(Duration.ofHours(1)));
        var headline = new OrderHeadline(
                order, "261128-K7M3Q", project == null ? null : new ProjectId(Ids.next()), false, confidential, slot);
        var offer = slot == null || kind.topic() != Topic.OFFERS
                ? null
                : new OfferHeadline(new OfferId(Ids.next()), order, slot, slot.from(), true);
        return new Notice(
                new NoticeId(Ids.next()),
                kind,
                headline,
                project,
                offer,
                null,
                reason,
                null,
                null,
                LONG_CHINESE,
                MANY,
                LATE,
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theLinkStandsThereWhereItFitsAndElseTheWordsDo(String language) {
        var locale = Locale.forLanguageTag(language);
        var closes = List.of(notice(NoticeKind.RATING_CLOSES, LONG_ENGLISH, null, LATE));
        var link = "https://fy.cn/r/1-261128K7M3Q-0123456789ab";
        assertThat(words.say(closes, NUMBER, link, locale)).endsWith(link).matches(Gsm7::fits);
        var far = "https://volunteers.feiyan.example.gov.cn/" + "a".repeat(60) + link;
        assertThat(words.say(closes, NUMBER, far, locale))
                .doesNotContain("https")
                .contains(NUMBER);
    }
}
