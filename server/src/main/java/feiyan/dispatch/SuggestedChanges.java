package feiyan.dispatch;

import feiyan.menu.Menu;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.Volunteers;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A no costs nothing and teaches: whoever said why may change, with one tap, what they are asked for; and undo it.
 * Nothing changes by itself.
 */
@Component
public class SuggestedChanges {

    private final OfferRows offers;
    private final TakenChanges taken;
    private final ProfileChanges profile;
    private final ServiceSheets sheets;
    private final Menu menu;
    private final Volunteers volunteers;
    private final Transactions transactions;
    private final InstantSource clock;

    SuggestedChanges(
            OfferRows offers,
            TakenChanges taken,
            ProfileChanges profile,
            ServiceSheets sheets,
            Menu menu,
            Volunteers volunteers,
            Transactions transactions,
            InstantSource clock) {
        this.offers = offers;
        this.taken = taken;
        this.profile = profile;
        this.sheets = sheets;
        this.menu = menu;
        this.volunteers = volunteers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param taken it holds, and can be undone; else it is only suggested */
    public record Shown(OfferId offer, SuggestedChange change, boolean taken) {}

    /** For who said no to an offer in person, and why. */
    public Optional<Shown> of(Actor actor, OfferId id) {
        var standing = mine(actor, id).flatMap(offer -> taken.standing(actor.county(), id));
        return standing.isPresent()
                ? standing.map(change -> new Shown(id, change, true))
                : suggested(actor, id).map(change -> new Shown(id, change, false));
    }

    /** Whether the actor said no to it in person, whatever that suggests. */
    public boolean declinedBy(Actor actor, OfferId id) {
        return mine(actor, id).isPresent();
    }

    public Outcome<OfferId> take(Actor actor, OfferId id) {
        return transactions.write(() -> {
            if (isTaken(actor, id)) {
                return Outcome.done(id);
            }
            var change = suggested(actor, id);
            if (change.isEmpty()) {
                // Nothing is left to suggest also where another tap has taken it since the look above.
                return isTaken(actor, id) ? Outcome.done(id) : Outcome.refused("change.none");
            }
            return taken.take(actor.county(), id, actor.person(), change.get(), clock.instant())
                    ? profile.apply(actor, self(actor), change.get()).map(done -> id)
                    : Outcome.done(id);
        });
    }

    private boolean isTaken(Actor actor, OfferId id) {
        return mine(actor, id)
                .flatMap(offer -> taken.standing(actor.county(), id))
                .isPresent();
    }

    public Outcome<OfferId> undo(Actor actor, OfferId id) {
        return transactions.write(() -> {
            var change = mine(actor, id).flatMap(offer -> taken.standing(actor.county(), id));
            return change.isPresent() && taken.undo(actor.county(), id, clock.instant())
                    ? profile.undo(actor, self(actor), change.get()).map(done -> id)
                    : Outcome.refused("change.none");
        });
    }

    private Volunteer self(Actor actor) {
        return volunteers.find(actor.county(), actor.person()).orElseThrow();
    }

    private Optional<SuggestedChange> suggested(Actor actor, OfferId id) {
        return mine(actor, id)
                .flatMap(offer -> offers.declinedBecause(actor.county(), id)
                        .flatMap(reason -> volunteers
                                .find(actor.county(), actor.person())
                                .flatMap(self -> suggested(actor, offer, reason, self))));
    }

    private Optional<SuggestedChange> suggested(Actor actor, Offer offer, String reason, Volunteer self) {
        var order = sheets.find(actor.county(), offer.facts().order()).orElseThrow();
        return DeclineTeaches.of(reason, self, order, offer.facts().proposed(), skill(actor, order));
    }

    private String skill(Actor actor, ServiceSheet order) {
        return menu.find(actor.county(), Objects.requireNonNull(order.project()))
                .orElseThrow()
                .skill();
    }

    private Optional<Offer> mine(Actor actor, OfferId id) {
        return offers.find(actor.county(), id)
                .filter(offer -> offer.state() == OfferState.DECLINED)
                .filter(offer -> offer.facts().invitee() instanceof Invitee.ToVolunteer(var person)
                        && person.equals(actor.person()));
    }
}
