package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.orders.DraftText;
import feiyan.orders.EarlierContacts;
import feiyan.orders.NamedVolunteers;
import feiyan.orders.NamedVolunteers.Known;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom the requester would like to come: one of those who came before, or one of the own station by name or number. It
 * binds nobody, and the page tells no more of anybody than the name that was written.
 */
@Component
class WishReader {

    private final NamedVolunteers volunteers;
    private final EarlierContacts earlier;

    WishReader(NamedVolunteers volunteers, EarlierContacts earlier) {
        this.volunteers = volunteers;
        this.earlier = earlier;
    }

    List<Known> cameBefore(Actor actor) {
        var orders =
                earlier.of(actor).stream().map(EarlierContacts.Earlier::order).toList();
        return volunteers.servedAt(actor.county(), orders);
    }

    void check(Actor actor, DraftText.Where said, Mistakes mistakes) {
        if (!said.namedTyped().isBlank() && said.station() != null) {
            int found = called(actor, said).size();
            if (found != 1) {
                mistakes.add("namedTyped", found == 0 ? "form.mistake.named" : "form.mistake.named_twice");
            }
        }
    }

    /** What is written counts before what is ticked; only of a sheet without mistakes. */
    @Nullable
    PersonId read(Actor actor, DraftText.Where said) {
        var known = known(actor, said);
        return known == null ? null : known.id();
    }

    @Nullable
    Known known(Actor actor, DraftText.Where said) {
        var meant = said.namedTyped().isBlank()
                ? cameBefore(actor).stream()
                        .filter(known -> known.id().equals(said.named()))
                        .toList()
                : called(actor, said);
        return meant.isEmpty() ? null : meant.getFirst();
    }

    private List<Known> called(Actor actor, DraftText.Where said) {
        var station = said.station();
        return station == null
                ? List.of()
                : volunteers.called(actor.county(), station, said.namedTyped().strip());
    }
}
