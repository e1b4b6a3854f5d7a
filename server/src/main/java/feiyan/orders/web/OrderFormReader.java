package feiyan.orders.web;

import feiyan.accounts.Phone;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was typed into a need, or says field by field what is missing. */
@Component
class OrderFormReader {

    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_NAME = 40;

    private final InstantSource clock;

    OrderFormReader(InstantSource clock) {
        this.clock = clock;
    }

    /** The first step: a project or words. */
    Mistakes what(OrderForm form) {
        var mistakes = new Mistakes();
        if (form.project() == null && text(form.need()).isEmpty()) {
            mistakes.add("need", "orders.mistake.need");
        }
        if (length(form.need()) > NewOrder.LONGEST_NEED) {
            mistakes.add("need", "orders.mistake.need_long", NewOrder.LONGEST_NEED);
        }
        return mistakes;
    }

    Mistakes whole(OrderForm form) {
        var mistakes = what(form);
        if (form.station() == null) {
            mistakes.add("station", "orders.mistake.station");
        }
        required(mistakes, "address", form.address(), LONGEST_ADDRESS);
        required(mistakes, "recipient", form.recipient(), LONGEST_NAME);
        if (Phone.parse(text(form.phone())) instanceof Outcome.Refused<Phone>(var refusal)) {
            mistakes.add("phone", "refusal." + refusal.code(), refusal.args().toArray());
        }
        if (slot(form).isEmpty()) {
            mistakes.add("day", "orders.mistake.day");
        } else if (!slot(form).get().to().isAfter(clock.instant())) {
            mistakes.add("day", "orders.mistake.day_past");
        }
        return mistakes;
    }

    /** Only of a form without mistakes. */
    NewOrder read(Actor actor, OrderForm form) {
        return new NewOrder(
                actor.person(),
                Channel.PHONE_PAGE,
                Objects.requireNonNull(form.station()),
                form.project(),
                text(form.need()),
                text(form.recipient()),
                Phone.parse(text(form.phone())).orThrow().digits(),
                text(form.address()),
                null,
                window(form),
                form.isUrgent(),
                null,
                null);
    }

    Slot window(OrderForm form) {
        return slot(form).orElseThrow();
    }

    private static Optional<Slot> slot(OrderForm form) {
        try {
            return form.part() == null
                    ? Optional.empty()
                    : Optional.of(form.part().on(LocalDate.parse(text(form.day()))));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static void required(Mistakes mistakes, String field, @Nullable String value, int longest) {
        if (text(value).isEmpty()) {
            mistakes.add(field, "orders.mistake." + field);
        } else if (length(value) > longest) {
            mistakes.add(field, "orders.mistake.too_long", longest);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static int length(@Nullable String typed) {
        var text = text(typed);
        return text.codePointCount(0, text.length());
    }
}
