package feiyan.orders.web;

import feiyan.orders.RefusalReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a desk says most often, to be said with one key instead of being typed again. What was typed goes before a
 * phrase: nobody loses their own words to a button.
 */
@Component
class Phrases {

    /** The acts that need words, and the beginning of their message keys. */
    enum Act {
        RESOLVE,
        ASK,
        REFUSE,
        APART;

        String key(int number) {
            return "desk.phrase." + name().toLowerCase(java.util.Locale.ROOT) + "." + number;
        }
    }

    /** The reasons that go with the phrases of a refusal, in their order. */
    private static final List<RefusalReason> REASONS = List.of(
            RefusalReason.NOT_VOLUNTEER_SERVICE,
            RefusalReason.NOBODY_QUALIFIED,
            RefusalReason.DUPLICATE,
            RefusalReason.UNSAFE);

    private static final int EACH = 4;

    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    String said(Act act, @Nullable String words, @Nullable Integer phrase) {
        if (words != null && !words.isBlank()) {
            return words;
        }
        int number = number(phrase);
        return number == 0 ? "" : messages.getMessage(act.key(number), null, LocaleContextHolder.getLocale());
    }

    RefusalReason reason(RefusalReason chosen, @Nullable String words, @Nullable Integer phrase) {
        int number = words == null || words.isBlank() ? number(phrase) : 0;
        return number == 0 ? chosen : REASONS.get(number - 1);
    }

    /** 0 for none that there is. */
    private static int number(@Nullable Integer phrase) {
        return phrase == null || phrase < 1 || phrase > EACH ? 0 : phrase;
    }
}
