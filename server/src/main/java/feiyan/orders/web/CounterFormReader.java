package feiyan.orders.web;

import static feiyan.orders.web.CounterForm.text;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.CounterOrders.Who;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.web.Mistakes;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was written at the counter into a need and whose it is, or says field by field what is missing. */
@Component
class CounterFormReader {

    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_NAME = 40;

    private final InstantSource clock;

    CounterFormReader(InstantSource clock) {
        this.clock = clock;
    }

    Mistakes look(CounterForm form, boolean byVolunteer) {
        var mistakes = new Mistakes();
        who(mistakes, form);
        what(mistakes, form);
        when(mistakes, form);
        if (form.station() == null) {
            mistakes.add("station", "orders.mistake.station");
        }
        if (text(form.address()).isEmpty()) {
            mistakes.add("address", "orders.mistake.address");
        } else if (length(form.address()) > LONGEST_ADDRESS) {
            mistakes.add("address", "orders.mistake.too_long", LONGEST_ADDRESS);
        }
        if (form.consent() == null) {
            mistakes.add("consent", "counter.mistake.consent");
        }
        if (byVolunteer && form.stepOrPlace() != Step.PLACE) {
            mistakes.add("done", "counter.mistake.not_for_volunteers");
        }
        return mistakes;
    }

    private static void who(Mistakes mistakes, CounterForm form) {
        if (form.who() == null && text(form.name()).isEmpty()) {
            mistakes.add("name", "counter.mistake.name");
        } else if (length(form.name()) > LONGEST_NAME) {
            mistakes.add("name", "orders.mistake.too_long", LONGEST_NAME);
        }
        if (!text(form.phone()).isEmpty()
                && Phone.parse(text(form.phone())) instanceof Outcome.Refused<Phone>(var refusal)) {
            mistakes.add("phone", "refusal." + refusal.code(), refusal.args().toArray());
        }
        if (length(form.recipient()) > LONGEST_NAME) {
            mistakes.add("recipient", "orders.mistake.too_long", LONGEST_NAME);
        }
    }

    private static void what(Mistakes mistakes, CounterForm form) {
        if (form.chosen() == null && text(form.need()).isEmpty()) {
            mistakes.add("need", "orders.mistake.need");
        } else if (length(form.need()) > NewOrder.LONGEST_NEED) {
            mistakes.add("need", "orders.mistake.need_long", NewOrder.LONGEST_NEED);
        }
        if (form.stepOrPlace() == Step.APPROVE && form.chosen() == null) {
            mistakes.add("project", "counter.mistake.project");
        }
        if (form.stepOrPlace() == Step.RESOLVE && text(form.done()).isEmpty()) {
            mistakes.add("done", "counter.mistake.done");
        }
    }

    private void when(Mistakes mistakes, CounterForm form) {
        if (window(form).isEmpty()) {
            mistakes.add("when", form.when() == null ? "orders.mistake.day" : "orders.mistake.day_past");
        }
    }

    private Optional<Slot> window(CounterForm form) {
        return form.when() == null ? Optional.empty() : form.when().from(clock.instant());
    }

    /** Only of a form without mistakes. */
    Who who(CounterForm form) {
        var phone = text(form.phone());
        return form.who() != null
                ? new Who.Known(form.who())
                : new Who.Newcomer(
                        text(form.name()),
                        phone.isEmpty() ? null : Phone.parse(phone).orThrow());
    }

    /**
     * Only of a form without mistakes.
     *
     * @param station its telephone stands in for a household that has none: whoever comes calls there
     */
    NewOrder need(CounterForm form, PersonId requester, String name, @Nullable String station) {
        var phone = text(form.phone());
        return new NewOrder(
                requester,
                Objects.requireNonNullElse(form.channel(), Channel.COUNTER),
                Objects.requireNonNull(form.station()),
                form.chosen(),
                text(form.need()),
                text(form.recipient()).isEmpty() ? name : text(form.recipient()),
                phone.isEmpty()
                        ? Objects.requireNonNullElse(station, "")
                        : Phone.parse(phone).orThrow().digits(),
                text(form.address()),
                null,
                window(form).orElseThrow(),
                form.isUrgent(),
                form.consent(),
                null);
    }

    private static int length(@Nullable String typed) {
        var text = text(typed);
        return text.codePointCount(0, text.length());
    }
}
