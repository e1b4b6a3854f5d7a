package feiyan.orders;

import feiyan.orders.Draft.Leaf;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Homes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Orders that are being written: kept word for word until they are sent, so that neither a reload nor a night in
 * between loses anything. Each person has one at a time, and nobody else sees it.
 */
@Service
public class Drafts {

    private final Transactions transactions;
    private final DraftRows rows;
    private final MediaRows media;
    private final OrderDayParts dayParts;
    private final Orders orders;
    private final OrderBook book;
    private final Homes homes;
    private final InstantSource time;

    Drafts(
            Transactions transactions,
            DraftRows rows,
            MediaRows media,
            OrderDayParts dayParts,
            Orders orders,
            OrderBook book,
            Homes homes,
            InstantSource time) {
        this.transactions = transactions;
        this.rows = rows;
        this.media = media;
        this.dayParts = dayParts;
        this.orders = orders;
        this.book = book;
        this.homes = homes;
        this.time = time;
    }

    /**
     * What a draft says in the end.
     *
     * @param part of each day of a longer window that suits; null where all of it does
     */
    public record Ready(NewOrder need, @Nullable String part) {}

    /** The one that the person may go on with. */
    public Optional<Draft> open(Actor actor) {
        return rows.open(actor);
    }

    public Optional<Draft> find(Actor actor, OrderId id) {
        return rows.find(actor, id);
    }

    /**
     * Begins one. Refused as {@code draft.open_already} where one is open, unless it is thrown away for this.
     *
     * @param instead the draft that the person saw and does not want any more
     */
    public Outcome<Draft> begin(Actor actor, DraftText known, @Nullable OrderId instead) {
        return transactions.write(() -> {
            if (instead != null && rows.hold(actor, instead).isPresent()) {
                erase(actor, instead);
            }
            var draft = new Draft(new OrderId(Ids.next()), 1, known, Map.of(), time.instant());
            return rows.insert(actor.county(), actor.person(), draft)
                    ? Outcome.done(draft)
                    : Outcome.refused("draft.open_already");
        });
    }

    /** Keeps what was typed on one sheet. Refused as {@code draft.elsewhere} where another window wrote it since. */
    public Outcome<Draft> keep(Actor actor, OrderId id, Leaf leaf, UnaryOperator<DraftText> typed) {
        return transactions.write(() -> held(actor, id).then(draft -> {
            var said = typed.apply(draft.text());
            if (said.equals(draft.text())) {
                return Outcome.done(draft);
            }
            return draft.takes(leaf)
                    ? Outcome.done(kept(actor, draft.writtenOn(leaf, said, time.instant())))
                    : Outcome.refused("draft.elsewhere");
        }));
    }

    /** A decision about what was typed, from a page on which nothing is typed. */
    public Outcome<Draft> decide(Actor actor, OrderId id, UnaryOperator<DraftText.What> decision) {
        return transactions.write(() -> held(actor, id)
                .map(draft -> kept(
                        actor,
                        draft.changed(
                                draft.text().with(decision.apply(draft.text().what())), time.instant()))));
    }

    private Draft kept(Actor actor, Draft draft) {
        rows.update(actor.county(), draft);
        return draft;
    }

    public Outcome<OrderId> discard(Actor actor, OrderId id) {
        return transactions.write(() -> held(actor, id).map(draft -> {
            erase(actor, id);
            return id;
        }));
    }

    /**
     * Sends it: what was shown before and nothing else. Refused as {@code draft.changed} where another window has
     * changed it since, as {@code order.placed_already} where it is sent.
     */
    public Outcome<OrderId> send(Actor actor, OrderId id, int seen, Function<DraftText, Outcome<Ready>> read) {
        return transactions.write(() -> held(actor, id)
                .then(draft -> draft.version() == seen
                        ? read.apply(draft.text()).then(ready -> placed(actor, draft, ready))
                        : Outcome.refused("draft.changed")));
    }

    private Outcome<OrderId> placed(Actor actor, Draft draft, Ready ready) {
        return orders.place(actor, draft.id(), ready.need()).map(order -> {
            media.handOver(actor.county(), order);
            dayParts.write(actor.county(), order, ready.part());
            rows.delete(actor.county(), List.of(order));
            if (!draft.text().forOther()) {
                homes.settle(actor.county(), actor.person(), ready.need().station());
            }
            return order;
        });
    }

    private Outcome<Draft> held(Actor actor, OrderId id) {
        return rows.hold(actor, id)
                .map(Outcome::done)
                .orElseGet(() -> book.find(actor, id).isPresent()
                        ? Outcome.refused("order.placed_already")
                        : Outcome.refused("draft.gone"));
    }

    private void erase(Actor actor, OrderId id) {
        media.deleteOf(actor.county(), List.of(id));
        rows.delete(actor.county(), List.of(id));
    }
}
