package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.DefaultFormattingConversionService;

class SentListsTest {

    private final DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();

    SentListsTest() {
        conversion.addConverter(new SentLists(conversion));
    }

    @Test
    void anEmptyOneAmongSeveralIsNothingTicked() {
        assertThat(sent(DayOfWeek.class, "MONDAY", "", " ", "SUNDAY"))
                .isEqualTo(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
        assertThat(sent(DayOfWeek.class, "")).isEqualTo(List.of());
        assertThat(conversion.convert("MONDAY,,SUNDAY", TypeDescriptor.valueOf(String.class), list(DayOfWeek.class)))
                .isEqualTo(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
        var set = TypeDescriptor.collection(Set.class, TypeDescriptor.valueOf(DayOfWeek.class));
        assertThat(conversion.convert(new String[] {"", "MONDAY"}, TypeDescriptor.valueOf(String[].class), set))
                .isEqualTo(Set.of(DayOfWeek.MONDAY));
    }

    @Test
    void wordsStayInTheirRows() {
        assertThat(sent(String.class, "a", "", "c")).isEqualTo(List.of("a", "", "c"));
    }

    private @org.jspecify.annotations.Nullable Object sent(Class<?> element, String... texts) {
        return conversion.convert(texts, TypeDescriptor.valueOf(String[].class), list(element));
    }

    private static TypeDescriptor list(Class<?> element) {
        return new TypeDescriptor(ResolvableType.forClassWithGenerics(List.class, element), null, null);
    }
}
