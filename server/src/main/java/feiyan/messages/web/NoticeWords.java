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
 * Says a notice as one sentence: what happened, why, what to do. The arguments are the order, the time it is about, by
 * when to answer, (whom to call, in a text message), who, and the minutes before and now; the most fitting of the
 * bundle's sentences is taken.
 */
@Component
class NoticeWords {

    private static final String NOTICE = "messages.notice.";
    /** As it is said to who follows: it is not their order. */
    private static final String FAMILY = "messages.family.";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MessageSource words;

    NoticeWords(MessageSource words) {
        this.words = words;
    }

    String say(Notice notice, Locale language) {
        var offer = notice.offer();
        var time = notice.time();
        var minutes = notice.minutes();
        var args = new Object[] {
            order(notice, language),
            time(time, language),
            time(offer == null ? null : offer.deadline(), language),
            "",
            name(notice, language),
            minutes == null ? "" : Integer.toString(minutes.was()),
            minutes == null ? "" : Integer.toString(minutes.now())
        };
        return words.getMessage(new DefaultMessageSourceResolvable(codes(notice, time), args), language);
    }

    /** Whose order it is, to somebody who follows; else the unit it is about. */
    private String name(Notice notice, Locale language) {
        var followed = notice.followed();
        if (followed != null) {
            return followed.isBlank() ? words.getMessage("messages.family.somebody", null, language) : followed;
        }
        var unit = notice.unit();
        return unit == null ? words.getMessage("messages.text.unit", null, language) : unit;
    }

    /** With its reason, without a time where there is none, and else plainly. */
    private static String[] codes(Notice notice, @Nullable Instant time) {
        var plain =
                (notice.followed() == null ? NOTICE : FAMILY) + notice.kind().code();
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
        var order = notice.order();
        if (notice.project() != null) {
            return words.getMessage("messages.service", new Object[] {notice.project()}, language);
        }
        return order == null ? "" : words.getMessage("messages.order", new Object[] {order.number()}, language);
    }

    String time(@Nullable Instant time, Locale language) {
        var pattern = words.getMessage("messages.time", null, language);
        return time == null
                ? ""
                : DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(CHINA));
    }
}
