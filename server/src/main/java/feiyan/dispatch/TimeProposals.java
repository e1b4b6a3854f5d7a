package feiyan.dispatch;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to another time by both sides: one asks, the other says yes or no, and yes moves everybody at once. Nothing
 * is moved by asking: until the yes, what was agreed holds.
 */
@Component
public class TimeProposals {

    private static final String BY_TELEPHONE = "by_telephone";

    private final ProposalRows rows;
    private final ProposalMoves moves;
    private final Voices voices;
    private final ReasonableTime reasonable;
    private final Reschedules reschedules;
    private final ServiceSheets sheets;
    private final OrderBook book;
    private final Transactions transactions;
    private final InstantSource clock;

    TimeProposals(
            ProposalRows rows,
            ProposalMoves moves,
            Voices voices,
            ReasonableTime reasonable,
            Reschedules reschedules,
            ServiceSheets sheets,
            OrderBook book,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.voices = voices;
        this.reasonable = reasonable;
        this.reschedules = reschedules;
        this.sheets = sheets;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The question that waits for an answer; for whoever may read the order. */
    public Optional<TimeProposal> open(Actor actor, OrderId id) {
        return book.find(actor, id).flatMap(order -> rows.open(actor.county(), id));
    }

    /** @param side for whom it is asked: the actor's own, or, by the unit in charge, the one that telephoned */
    public Outcome<TimeProposalId> propose(Actor actor, OrderId id, ProposalSide side, Instant from) {
        return transactions.write(() -> held(actor, id, voice -> voice.speaksFor(side))
                .then(order -> made(actor, order, side, from))
                .map(TimeProposal::id));
    }

    private Outcome<TimeProposal> made(Actor actor, ServiceSheet order, ProposalSide side, Instant from) {
        var now = clock.instant();
        var agreed = Objects.requireNonNull(order.agreed(), "an accepted order has its time");
        var wanted = new Slot(from, from.plus(agreed.length()));
        return reasonable
                .of(actor.county(), agreed, wanted, now)
                .map(time -> moves.make(new TimeProposal(
                        actor.county(),
                        new TimeProposalId(Ids.next()),
                        1,
                        ProposalState.OPEN,
                        order.id(),
                        side,
                        time,
                        agreed,
                        actor.person(),
                        now)));
    }

    /** Everybody who comes must be able to, or nothing is moved and the question stays open. */
    public Outcome<OrderId> accept(Actor actor, TimeProposalId id) {
        return settle(
                actor,
                id,
                (voice, open) -> voice.answers(open, actor),
                (order, open) -> accepted(actor, order, open, heard(actor, order, open)));
    }

    private Outcome<OrderId> accepted(Actor actor, ServiceSheet order, TimeProposal open, @Nullable String reason) {
        return moves.move(open, new ProposalCommand.Accept(reason), actor.person(), clock.instant())
                .then(yes -> reschedules.agreed(actor, order, yes.time()));
    }

    public Outcome<OrderId> decline(Actor actor, TimeProposalId id) {
        return settle(
                actor,
                id,
                (voice, open) -> voice.answers(open, actor),
                (order, open) -> moves.move(
                                open,
                                new ProposalCommand.Decline(heard(actor, order, open)),
                                actor.person(),
                                clock.instant())
                        .map(no -> order.id()));
    }

    public Outcome<OrderId> withdraw(Actor actor, TimeProposalId id) {
        return settle(
                actor,
                id,
                (voice, open) -> voice.speaksFor(open.side()),
                (order, open) -> moves.move(open, new ProposalCommand.Withdraw(), actor.person(), clock.instant())
                        .map(gone -> order.id()));
    }

    /** The unit in charge writes down what both sides said yes to on the telephone. */
    public Outcome<OrderId> agreedByTelephone(Actor actor, OrderId id, int seen, Instant from, MoveReason reason) {
        return transactions.write(() -> held(actor, id, Voice::unit)
                .then(order -> order.version() == seen
                        ? made(actor, order, reason.side(), from)
                                .then(open -> accepted(actor, order, open, reason.code()))
                        : Outcome.refused("order.moved_on", order.state().name())));
    }

    /** How the answer is known where it is not the side's own. */
    private @Nullable String heard(Actor actor, ServiceSheet order, TimeProposal open) {
        var own = book.find(actor, order.id())
                .map(view -> voices.of(actor, view).own())
                .orElseThrow();
        return own.contains(open.side().other()) ? null : BY_TELEPHONE;
    }

    private Outcome<OrderId> settle(
            Actor actor,
            TimeProposalId id,
            BiPredicate<Voice, TimeProposal> may,
            BiFunction<ServiceSheet, TimeProposal, Outcome<OrderId>> settle) {
        return transactions.write(() -> {
            var seen = rows.find(actor.county(), id);
            if (seen.isEmpty()) {
                return Outcome.refused("proposal.not_yours");
            }
            return held(actor, seen.get().order(), voice -> may.test(voice, seen.get()))
                    .then(order ->
                            settle.apply(order, rows.find(actor.county(), id).orElseThrow()));
        });
    }

    /** The order is held before anything is read for good: check-in, cancelling and another answer wait their turn. */
    private Outcome<ServiceSheet> held(Actor actor, OrderId id, Predicate<Voice> may) {
        var order = sheets.hold(actor.county(), id);
        var view = book.find(actor, id);
        if (order.isEmpty() || view.isEmpty() || !may.test(voices.of(actor, view.get()))) {
            return Outcome.refused("proposal.not_yours");
        }
        return order.get().state() == State.ACCEPTED ? Outcome.done(order.get()) : Outcome.refused("proposal.not_now");
    }
}
