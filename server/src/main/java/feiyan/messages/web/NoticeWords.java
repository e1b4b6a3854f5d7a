package feiyan.messages.web;

import feiyan.messages.Notice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Says a notice as one sentence: what happened, why, what to do. The arguments are the order, the time it is about, and
 * by when to answer; the most fitting of the bundle's sentences is taken.
 */
@Component
class NoticeWords {

    private static final String NOTICE = "messages.notice.";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MessageSource words;

    NoticeWords(MessageSource words) {
        this.words = words;
    }

    String say(Notice notice, Locale language) {
        var offer = notice.offer();
        var time = notice.time();
        var args = new Object[] {
            order(notice, language), time(time, language), time(offer == null ? null : offer.deadline(), language)
        };
        return words.getMessage(new DefaultMessageSourceResolvable(codes(notice, time), args), language);
    }

    /** With its reason, without a time where there is none, and else plainly. */
    private static String[] codes(Notice notice, @Nullable Instant time) {
        var plain = NOTICE + notice.kind().code();
        var codes = new ArrayList<String>(List.of(plain));
        if (time == null) {
            codes.addFirst(plain + ".undated");
        }
        if (notice.reason() != null) {
            codes.addFirst(plain + "." + notice.reason());
        }
        return codes.toArray(String[]::new);
    }

    private String order(Notice notice, Locale language) {
        return notice.project() == null
                ? words.getMessage(
                        "messages.order", new Object[] {notice.order().number()}, language)
                : words.getMessage("messages.service", new Object[] {notice.project()}, language);
    }

    String time(@Nullable Instant time, Locale language) {
        var pattern = words.getMessage("messages.time", null, language);
        return time == null
                ? ""
                : DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(CHINA));
    }
}
