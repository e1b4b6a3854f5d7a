package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.NamedVolunteers;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import feiyan.web.api.Unprocessable;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a need in JSON into the door's, by the same rules as the forms, or says field by field what is wrong. */
@Component
class NeedReader {

    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_NAME = 40;

    private final NamedVolunteers volunteers;
    private final InstantSource clock;

    NeedReader(NamedVolunteers volunteers, InstantSource clock) {
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** For the requester themselves, or for a parent whose order it becomes. */
    NewOrder read(Actor actor, PersonId requester, NeedJson said) {
        var mistakes = new Mistakes();
        what(mistakes, said.words(), said.project());
        required(mistakes, "address", said.address(), LONGEST_ADDRESS);
        required(mistakes, "recipient", said.recipient(), LONGEST_NAME);
        var phone = phone(mistakes, said.phone());
        var named = named(actor, said, mistakes);
        var window = window(mistakes, said.window());
        return new NewOrder(
                requester,
                Channel.PHONE_PAGE,
                new UnitId(said.station()),
                said.project() == null ? null : new ProjectId(said.project()),
                said.words(),
                said.recipient().strip(),
                phone,
                said.address().strip(),
                null,
                window,
                NeedJson.is(said.urgent()),
                null,
                named);
    }

    /** At the counter, on the telephone, at the door: somebody else writes it down. */
    NewOrder read(PersonId requester, String name, String station, CounterJson said) {
        var mistakes = new Mistakes();
        what(mistakes, said.words(), said.project());
        required(mistakes, "address", said.address(), LONGEST_ADDRESS);
        var recipient = said.recipient() == null || said.recipient().isBlank() ? name : said.recipient();
        required(mistakes, "recipient", recipient, LONGEST_NAME);
        var phone = said.phone() == null || said.phone().isBlank() ? station : phone(mistakes, said.phone());
        var window = window(mistakes, said.window());
        return new NewOrder(
                requester,
                said.channel(),
                new UnitId(said.station()),
                said.project() == null ? null : new ProjectId(said.project()),
                said.words(),
                recipient.strip(),
                phone,
                said.address().strip(),
                null,
                window,
                NeedJson.is(said.urgent()),
                said.consent(),
                null);
    }

    private static void what(Mistakes mistakes, String words, @Nullable UUID project) {
        if (words.isEmpty() && project == null) {
            mistakes.add("need", "orders.mistake.need");
        }
        if (words.codePointCount(0, words.length()) > NewOrder.LONGEST_NEED) {
            mistakes.add("need", "orders.mistake.need_long", NewOrder.LONGEST_NEED);
        }
    }

    static void required(Mistakes mistakes, String field, String value, int longest) {
        var text = value.strip();
        if (text.isEmpty()) {
            mistakes.add(field, "mistake.missing");
        } else if (text.codePointCount(0, text.length()) > longest) {
            mistakes.add(field, "orders.mistake.too_long", longest);
        }
    }

    private static String phone(Mistakes mistakes, String typed) {
        return switch (Phone.parse(typed)) {
            case Outcome.Done<Phone>(var phone) -> phone.digits();
            case Outcome.Refused<Phone>(var refusal) -> {
                mistakes.add(
                        "phone", "refusal." + refusal.code(), refusal.args().toArray());
                yield "";
            }
        };
    }

    private @Nullable PersonId named(Actor actor, NeedJson said, Mistakes mistakes) {
        if (said.named() == null || said.named().isBlank()) {
            return null;
        }
        var found = volunteers.called(
                actor.county(), new UnitId(said.station()), said.named().strip());
        if (found.size() != 1) {
            mistakes.add("named", found.isEmpty() ? "form.mistake.named" : "form.mistake.named_twice");
            return null;
        }
        return found.getFirst().id();
    }

    /** The last to be read: what was collected before is told with it. */
    private Slot window(Mistakes mistakes, SlotJson said) {
        Optional<Slot> window = said.read("window", clock.instant(), mistakes);
        if (!mistakes.isEmpty()) {
            throw new Unprocessable(mistakes);
        }
        return window.orElseThrow();
    }
}
