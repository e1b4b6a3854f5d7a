package feiyan.attendance;

import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferLine;
import feiyan.dispatch.OfferState;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to what a service was like. The leader of the team that served tells it, or who was asked in person; the
 * team and the units on the path read it, of a confidential order the unit that handles it alone.
 */
@Component
public class Summaries {

    public static final int LONGEST = 2000;

    private final SummaryRows rows;
    private final MyService mine;
    private final Transactions transactions;
    private final InstantSource clock;

    Summaries(SummaryRows rows, MyService mine, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.mine = mine;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome<OfferId> write(Actor leader, OfferId id, String words, @Nullable String experience) {
        return transactions.write(() -> {
            var offer = toTell(leader, id);
            if (offer.isEmpty()) {
                return Outcome.refused("summary.not_now");
            }
            var learned = experience == null || experience.isBlank() ? null : experience.strip();
            if (words.isBlank() || tooLong(words) || (learned != null && tooLong(learned))) {
                return Outcome.refused("summary.words", LONGEST);
            }
            var summary = new Summary(words.strip(), learned, leader.person(), clock.instant());
            return rows.write(leader.county(), id, offer.get().order().id(), summary)
                    ? Outcome.done(id)
                    : Outcome.refused("summary.written_already");
        });
    }

    private static boolean tooLong(String words) {
        return words.codePointCount(0, words.length()) > LONGEST;
    }

    /** The service that one may tell of; empty for everybody else, and until it is over. */
    public Optional<OfferLine> toTell(Actor leader, OfferId id) {
        return mine.offer(leader, id)
                .filter(offer -> offer.state() == OfferState.ACCEPTED)
                .filter(offer -> isOver(offer.order().state()));
    }

    private static boolean isOver(State state) {
        return state == State.SERVED || state == State.CLOSED;
    }

    /** What the actor's teams served and nobody has told of yet, the latest first. */
    public List<OfferLine> missing(Actor leader) {
        var served = mine.ledAndOver(leader);
        var written =
                rows.written(leader.county(), served.stream().map(OfferLine::id).toList());
        return served.stream().filter(offer -> !written.contains(offer.id())).toList();
    }

    public List<Summary> of(Actor reader, OrderView order) {
        return reads(order) ? rows.of(reader.county(), order.id()) : List.of();
    }

    private static boolean reads(OrderView order) {
        boolean unit = order.is(Relation.IN_CHARGE) || order.is(Relation.PATH);
        return order.is(Relation.HANDLER)
                || order.is(Relation.LEADER)
                || order.is(Relation.SEAT)
                || (unit && !order.confidential());
    }
}
