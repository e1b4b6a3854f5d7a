package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.orders.Channel;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns what was typed into a need, or says field by field what is missing. */
@Component
class OrderFormReader {

    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_NAME = 40;

    private final WishReader wishes;
    private final MessageSource words;
    private final InstantSource clock;

    OrderFormReader(WishReader wishes, MessageSource words, InstantSource clock) {
        this.wishes = wishes;
        this.words = words;
        this.clock = clock;
    }

    /** The first sheet: a project, words, or a voice message. */
    Mistakes what(DraftText.What said, boolean spoken) {
        var mistakes = new Mistakes();
        if (said.isBlank() && !spoken) {
            mistakes.add("need", "orders.mistake.need");
        }
        if (length(said.need()) > NewOrder.LONGEST_NEED) {
            mistakes.add("need", "orders.mistake.need_long", NewOrder.LONGEST_NEED);
        }
        return mistakes;
    }

    /** The second sheet. */
    Mistakes where(Actor actor, DraftText.Where said) {
        var mistakes = new Mistakes();
        if (slot(said).isEmpty()) {
            mistakes.add("day", "orders.mistake.day");
        } else if (!slot(said).get().to().isAfter(clock.instant())) {
            mistakes.add("day", "orders.mistake.day_past");
        }
        if (said.station() == null) {
            mistakes.add("station", "orders.mistake.station");
        }
        required(mistakes, "address", said.address(), LONGEST_ADDRESS);
        required(mistakes, "recipient", said.recipient(), LONGEST_NAME);
        if (Phone.parse(said.phone()) instanceof Outcome.Refused<Phone>(var refusal)) {
            mistakes.add("phone", "refusal." + refusal.code(), refusal.args().toArray());
        }
        wishes.check(actor, said, mistakes);
        return mistakes;
    }

    /** Refused as {@code draft.incomplete} where a sheet still has a mistake. */
    Outcome<Drafts.Ready> read(Actor actor, DraftText text, boolean spoken) {
        return what(text.what(), spoken).isEmpty() && where(actor, text.where()).isEmpty()
                ? Outcome.done(ready(actor, text))
                : Outcome.refused("draft.incomplete");
    }

    private Drafts.Ready ready(Actor actor, DraftText text) {
        var where = text.where();
        var part = DayPart.of(where.part()).orElseThrow();
        boolean oneDay = Days.read(where.day()).orElseThrow().isOne();
        return new Drafts.Ready(
                need(actor, text, wishes.read(actor, where)), oneDay || part == DayPart.ANY ? null : part.name());
    }

    private NewOrder need(Actor actor, DraftText text, @Nullable PersonId named) {
        var where = text.where();
        return new NewOrder(
                actor.person(),
                Channel.PHONE_PAGE,
                Objects.requireNonNull(where.station()),
                text.what().project(),
                inWords(text.what()),
                where.recipient().strip(),
                Phone.parse(where.phone()).orThrow().digits(),
                where.address().strip(),
                null,
                slot(where).orElseThrow(),
                where.urgent(),
                null,
                named);
    }

    /** Whoever only spoke leads the reader of a list to the voice. */
    private String inWords(DraftText.What said) {
        return said.isBlank()
                ? Objects.requireNonNull(words.getMessage("form.spoken", null, "", LocaleContextHolder.getLocale()))
                : said.need().strip();
    }

    static Optional<Slot> slot(DraftText.Where said) {
        return Days.read(said.day())
                .flatMap(days -> DayPart.of(said.part()).map(part -> part.on(days.first(), days.last())));
    }

    private static void required(Mistakes mistakes, String field, String value, int longest) {
        if (value.isBlank()) {
            mistakes.add(field, "orders.mistake." + field);
        } else if (length(value) > longest) {
            mistakes.add(field, "orders.mistake.too_long", longest);
        }
    }

    private static int length(String typed) {
        var text = typed.strip();
        return text.codePointCount(0, text.length());
    }
}
