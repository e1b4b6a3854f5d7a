package feiyan.messages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Says notices as one text message: what happened, why, what to do, and whom to call. Never an address, a name of a
 * person or the words of a need; of a confidential order not even what kind of service it is or why it was refused.
 */
@Component
class TextWords {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** So many things are named in a digest, then “and more”. */
    private static final int NAMED = 3;

    private final MessageSource words;

    TextWords(MessageSource words) {
        this.words = words;
    }

    /** @param number to call; null where no unit has one */
    String say(List<Notice> notices, @Nullable String number, Locale language) {
        var call = number == null
                ? word("messages.text.call.none", language)
                : word("messages.text.call", language, number);
        var text = notices.size() == 1 ? sentence(notices.getFirst(), call, language) : digest(notices, call, language);
        return word("messages.text.signature", language) + text;
    }

    private String sentence(Notice notice, String call, Locale language) {
        var time = notice.time();
        var deadline = notice.offer() == null ? null : notice.offer().deadline();
        var args = new Object[] {order(notice, language), time(time, language), time(deadline, language), call};
        return words.getMessage(new DefaultMessageSourceResolvable(codes(notice, time), args), language);
    }

    private static String[] codes(Notice notice, @Nullable Instant time) {
        var plain = "messages.text." + notice.kind().code();
        var codes = new ArrayList<String>(List.of(plain));
        if (time == null) {
            codes.addFirst(plain + ".undated");
        }
        if (notice.reason() != null && !notice.order().confidential()) {
            codes.addFirst(plain + "." + notice.reason());
        }
        return codes.toArray(String[]::new);
    }

    /** By its project, shortened; by its number where the project says too much or the alphabet cannot write it. */
    private String order(Notice notice, Locale language) {
        return ServiceName.written(notice.project(), language)
                .map(name -> word("messages.text.service", language, name))
                .orElseGet(() ->
                        word("messages.text.order", language, notice.order().number()));
    }

    private String digest(List<Notice> notices, String call, Locale language) {
        var names = notices.stream()
                .map(notice -> word("messages.short." + notice.kind().code(), language))
                .distinct()
                .toList();
        var named = names.stream().limit(NAMED).collect(Collectors.joining(word("messages.text.comma", language)));
        var more = names.size() > NAMED ? word("messages.text.more", language) : "";
        return word("messages.text.digest", language, Integer.toString(notices.size()), named + more, call);
    }

    private String time(@Nullable Instant time, Locale language) {
        return time == null
                ? ""
                : DateTimeFormatter.ofPattern(word("messages.time", language), language)
                        .format(time.atZone(CHINA));
    }

    private String word(String key, Locale language, Object... args) {
        return words.getMessage(key, args, language);
    }
}
