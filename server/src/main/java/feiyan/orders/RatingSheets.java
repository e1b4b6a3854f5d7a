package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sheets of paper for requesters without a telephone, printed by the unit that handled the order. */
@Service
public class RatingSheets {

    private final Transactions transactions;
    private final OrderRows orders;
    private final RatingLinks links;
    private final RatingTokens tokens;
    private final SensitiveViews views;

    RatingSheets(
            Transactions transactions, OrderRows orders, RatingLinks links, RatingTokens tokens, SensitiveViews views) {
        this.transactions = transactions;
        this.orders = orders;
        this.links = links;
        this.tokens = tokens;
        this.views = views;
    }

    /**
     * What a printed sheet says.
     *
     * @param path of the link, for the picture
     * @param project null for a need in free words, and for a confidential order
     * @param day on which the service was, or is to be
     */
    public record Sheet(String path, @Nullable ProjectId project, UnitId unit, Instant day) {}

    /** Who printed one held the requester's link in hand: that is kept, as a view of a sensitive field. */
    public Outcome<Sheet> print(Actor actor, OrderId id) {
        return transactions.write(() -> orders.find(actor, id)
                .filter(order -> order.relations().contains(Relation.HANDLER))
                .flatMap(order -> links.of(actor.county(), id))
                .flatMap(path -> tokens.find(actor.county(), id).map(found -> printed(actor, found, path)))
                .orElseGet(() -> Outcome.refused("rating.link_ended")));
    }

    private Outcome<Sheet> printed(Actor actor, RatingTokens.Sheet found, String path) {
        var order = found.order().value();
        views.record(actor.county(), actor.person().value(), "service_order", order, Set.of("rating_link"), null);
        return Outcome.done(new Sheet(path, found.shownProject(), found.unit(), found.day()));
    }
}
