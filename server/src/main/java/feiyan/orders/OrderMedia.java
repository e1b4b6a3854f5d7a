package feiyan.orders;

import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Photos and voice of an order: for whoever may see its words, and for as long. */
@Service
public class OrderMedia {

    private final OrderRows orders;
    private final MediaRows rows;
    private final SensitiveViews views;
    private final Transactions transactions;

    OrderMedia(OrderRows orders, MediaRows rows, SensitiveViews views, Transactions transactions) {
        this.orders = orders;
        this.rows = rows;
        this.views = views;
        this.transactions = transactions;
    }

    /** What there is to look at; nothing for whoever does not see the words. */
    public List<Medium> of(Actor actor, OrderView order) {
        return order.need() == null ? List.of() : rows.ofOrder(actor.county(), order.id());
    }

    /** Each view by somebody else than the requester is written down before anything is shown. */
    public Optional<Medium.Content> open(Actor actor, OrderId id, MediaId medium) {
        return transactions
                .write(() -> Outcome.done(orders.find(actor, id)
                        .filter(order -> WhoSees.sees(order.audiences(), Field.WORDS) == Sight.SHOWN)
                        .flatMap(order -> opened(actor, order, medium))))
                .orThrow();
    }

    private Optional<Medium.Content> opened(Actor actor, Stored order, MediaId medium) {
        var content = rows.openOfOrder(order.facts(), medium);
        if (content.isPresent() && !order.relations().contains(Relation.REQUESTER)) {
            views.record(
                    actor.county(), actor.person().value(), "order_media", medium.value(), Set.of("content"), null);
        }
        return content;
    }
}
