package feiyan.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** The names of sections and fields, and their values as people say them, in one language. */
record DataWords(MessageSource messages, Locale locale) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    String language() {
        return locale.toLanguageTag();
    }

    String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, locale));
    }

    String section(String name) {
        return known("mydata.section." + name, name);
    }

    String field(String name) {
        return known("mydata.field." + name, name);
    }

    /** Never through the formatter: what somebody wrote may look like a pattern. */
    private String known(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, null, locale), otherwise);
    }

    String value(String field, Object value) {
        return switch (value) {
            case Instant moment -> MINUTE.format(moment);
            case Boolean yes -> say(yes ? "mydata.yes" : "mydata.no");
            case byte[] content -> say("mydata.bytes", content.length);
            case List<?> list ->
                list.stream().map(each -> value(field, each)).collect(Collectors.joining(say("mydata.comma")));
            case String code -> known("mydata.value." + code, code);
            case Object other -> other.toString();
        };
    }

    String moment(Instant at) {
        return MINUTE.format(at);
    }
}
