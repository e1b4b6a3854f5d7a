package feiyan.orders;

import feiyan.orders.OrderSearchRows.Candidate;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds an order again among those that concern the reader: staff those that stand or stood in their subtree, everybody
 * what they asked for or serve. It never tells more than the order's page would, nor by a hit that words the reader may
 * not see are there.
 */
@Service
public class OrderSearch {

    public static final int PAGE = 30;

    /** A page, and whether there is more: few that have the tokens do not have the words. */
    private static final int AT_ONCE = PAGE + 1;
    /** So many batches are looked through for one page; the next page goes on from there. */
    private static final int BATCHES = 10;

    private final OrderSearchRows rows;
    private final SensitiveViews views;
    private final Transactions transactions;

    OrderSearch(OrderSearchRows rows, SensitiveViews views, Transactions transactions) {
        this.rows = rows;
        this.views = views;
        this.transactions = transactions;
    }

    /** @param places where the words were found; none where only conditions were given */
    public record Hit(OrderLine line, Set<FoundIn> places) {}

    /**
     * One page.
     *
     * @param more after which order the next page goes on; null where this was the last
     * @param noted whether this search was noted, since it asked for a telephone
     */
    public record Found(List<Hit> hits, @Nullable OrderId more, boolean noted) {}

    /** Refused: nothing asked for, too little of a word, too many words. */
    public Outcome<Found> find(Actor actor, OrderSearchCriteria criteria, @Nullable OrderId after) {
        var wrong = criteria.wrong();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return transactions.write(() -> {
            var found = page(actor, criteria, after);
            note(actor, found);
            return Outcome.done(found);
        });
    }

    private Found page(Actor actor, OrderSearchCriteria criteria, @Nullable OrderId after) {
        var hits = new ArrayList<Hit>();
        var match = new OrderSearchMatch(criteria.searchWords());
        var before = after == null ? new UUID(-1, -1) : after.value();
        for (int batch = 0; batch < BATCHES; batch++) {
            var candidates = rows.before(actor, criteria, before, AT_ONCE);
            for (var candidate : candidates) {
                if (hits.size() == PAGE && match.fits(candidate)) {
                    return new Found(hits, hits.getLast().line().id(), criteria.asksForPhone());
                }
                add(hits, match, candidate);
            }
            if (candidates.size() < AT_ONCE) {
                return new Found(hits, null, criteria.asksForPhone());
            }
            before = candidates.getLast().line().id().value();
        }
        return new Found(hits, new OrderId(before), criteria.asksForPhone());
    }

    private static void add(List<Hit> hits, OrderSearchMatch match, Candidate candidate) {
        if (match.fits(candidate)) {
            hits.add(new Hit(candidate.line(), match.places(candidate)));
        }
    }

    /** The search itself, and each order that it tied to the digits: also where none was found. */
    private void note(Actor actor, Found found) {
        if (!found.noted()) {
            return;
        }
        var person = actor.person().value();
        views.record(actor.county(), person, "order_search", Ids.next(), Set.of("phone"), null);
        var tied = found.hits().stream()
                .filter(hit -> hit.places().contains(FoundIn.PHONE))
                .map(hit -> hit.line().id().value())
                .toList();
        views.record(actor.county(), person, "service_order", tied, Set.of("phone"), null);
    }
}
