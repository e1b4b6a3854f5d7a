package feiyan.orders.web;

import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.Likely;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.api.Unprocessable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether what a machine wrote in steps can be sent: what the pages ask between their steps is asked here at the end.
 */
@Component
class DraftSending {

    private final OrderFormReader reader;
    private final SentMedia sent;
    private final Hearing hearing;
    private final Likely likely;

    DraftSending(OrderFormReader reader, SentMedia sent, Hearing hearing, Likely likely) {
        this.reader = reader;
        this.sent = sent;
        this.hearing = hearing;
        this.likely = likely;
    }

    /** @param another it is another matter than what was asked for already */
    Outcome<Drafts.Ready> ready(Actor actor, OrderId id, DraftText text, boolean another) {
        boolean spoken = sent.isSpoken(actor, id);
        complete(actor, text, spoken);
        var numbers = text.what().calm()
                ? List.<String>of()
                : hearing.danger(text.what().need());
        if (!numbers.isEmpty()) {
            return Outcome.refused("order.emergency", numbers.getFirst());
        }
        var project = text.what().project();
        boolean asked = project != null
                && !likely.asked(actor, project, text.where().phone()).isEmpty();
        return asked && !another ? Outcome.refused("draft.likely") : reader.read(actor, text, spoken);
    }

    /** What the pages show beside their fields. */
    private void complete(Actor actor, DraftText text, boolean spoken) {
        var mistakes = new Mistakes();
        Stream.of(reader.what(text.what(), spoken), reader.where(actor, text.where()))
                .flatMap(sheet -> sheet.all().stream())
                .forEach(mistake -> mistakes.add(
                        mistake.field().replace("namedTyped", "named"),
                        mistake.code(),
                        mistake.args().toArray()));
        if (!mistakes.isEmpty()) {
            throw new Unprocessable(mistakes);
        }
    }
}
