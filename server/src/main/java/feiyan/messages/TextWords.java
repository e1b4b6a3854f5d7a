package feiyan.messages;

import feiyan.dispatch.OfferHeadline;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * @param number to call; null where no unit has one
     * @param link where it can be done without signing in; null where there is none. It stands there where it fits
     */
    String say(List<Notice> notices, @Nullable String number, @Nullable String link, Locale language) {
        if (link != null && notices.size() == 1) {
            var linked = word("messages.text.signature", language)
                    + word("messages.link." + notices.getFirst().kind().code(), language, link);
            if (Gsm7.fits(linked)) {
                return linked;
            }
        }
        return say(notices, number, language);
    }

    private String say(List<Notice> notices, @Nullable String number, Locale language) {
        var call = number == null
                ? word("messages.text.call.none", language)
                : word("messages.text.call", language, number);
        var text = notices.size() == 1
                ? sentence(notices.getFirst(), call, language)
                : notices.stream().allMatch(notice -> notice.kind() == NoticeKind.OFFER_MADE)
                        ? requests(notices, language)
                        : digest(notices, call, language);
        return word("messages.text.signature", language) + text;
    }

    /**
     * Several requests to the same person: what for, as far as there is room, and by when the first wants an answer.
     */
    private String requests(List<Notice> notices, Locale language) {
        var services = notices.stream()
                .map(notice -> order(notice, language))
                .distinct()
                .toList();
        int named = Math.min(NAMED, services.size());
        var signature = word("messages.text.signature", language);
        while (named > 1 && !Gsm7.fits(signature + requests(notices, services, named, language))) {
            named--;
        }
        return requests(notices, services, named, language);
    }

    private String requests(List<Notice> notices, List<String> services, int named, Locale language) {
        var first = notices.stream()
                .map(Notice::offer)
                .filter(Objects::nonNull)
                .map(OfferHeadline::deadline)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var names = services.stream().limit(named).collect(Collectors.joining(word("messages.text.comma", language)))
                + (services.size() > named ? word("messages.text.more", language) : "");
        return word("messages.text.requests", language, Integer.toString(notices.size()), names, time(first, language));
    }

    private String sentence(Notice notice, String call, Locale language) {
        var time = notice.time();
        var deadline = notice.offer() == null ? null : notice.offer().deadline();
        var minutes = notice.minutes();
        var args = new Object[] {
            order(notice, language),
            time(time, language),
            time(deadline, language),
            call,
            unit(notice, language),
            minutes == null ? "" : Integer.toString(minutes.was()),
            minutes == null ? "" : Integer.toString(minutes.now())
        };
        return words.getMessage(new DefaultMessageSourceResolvable(codes(notice, time), args), language);
    }

    private static String[] codes(Notice notice, @Nullable Instant time) {
        var plain = "messages.text." + notice.kind().code();
        var codes = new ArrayList<String>(List.of(plain));
        if (time == null) {
            codes.addFirst(plain + ".undated");
        }
        if (notice.reason() != null && !notice.isConfidential()) {
            codes.addFirst(plain + "." + notice.reason());
        }
        return codes.toArray(String[]::new);
    }

    /** By its project, shortened; by its number where the project says too much or the alphabet cannot write it. */
    private String order(Notice notice, Locale language) {
        var order = notice.order();
        return ServiceName.written(notice.project(), language)
                .map(name -> word("messages.text.service", language, name))
                .orElseGet(() -> order == null ? "" : word("messages.text.order", language, order.number()));
    }

    private String unit(Notice notice, Locale language) {
        return ServiceName.written(notice.unit(), language).orElseGet(() -> word("messages.text.unit", language));
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
