package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes what the requester says of a service, whichever way it comes: writes it beside the order, and <em>not
 * solved</em> brings the order back. Runs in the door's transaction.
 */
@Component
class Verdicts {

    private final OrderMoves moves;
    private final OrderRatings ratings;
    private final OrderCalls calls;
    private final Handlers handlers;
    private final OrderParties parties;

    Verdicts(OrderMoves moves, OrderRatings ratings, OrderCalls calls, Handlers handlers, OrderParties parties) {
        this.moves = moves;
        this.ratings = ratings;
        this.calls = calls;
        this.handlers = handlers;
        this.parties = parties;
    }

    Outcome<OrderId> byPerson(Actor actor, OrderId id, int seen, Rating rating) {
        return moves.byPerson(
                        actor,
                        id,
                        seen,
                        null,
                        stored -> mayRate(actor, stored),
                        (before, after) -> ratings.moving(before, said(actor, before, rating), actor.person()))
                .then(stored -> isOver(stored, rating)
                        ? Outcome.done(id)
                        : again(
                                stored,
                                reopen ->
                                        moves.byPerson(actor, id, stored.facts().version(), null, reopen)));
    }

    /**
     * Nobody rates the own work: a unit writes down what the requester said in a call that was noted. Of a group each
     * household rates its own.
     */
    private Outcome<Command> mayRate(Actor actor, Stored order) {
        if (order.groupOrder()) {
            return Outcome.refused("rating.each_of_the_group");
        }
        var facts = order.facts();
        if (!actor.person().equals(order.requester()) && served(actor, facts)) {
            return Outcome.refused("rating.own_work");
        }
        return order.asks() || calls.reachedSinceServed(facts.county(), facts.id())
                ? Outcome.done(new Command.Rate())
                : Outcome.refused("order.call_before_rating");
    }

    /** The order itself, or the group in which it was served. */
    private boolean served(Actor actor, OrderFacts facts) {
        var orders =
                Stream.of(facts.id(), facts.parent()).filter(Objects::nonNull).toList();
        return parties.serves(facts.county(), orders, actor.person());
    }

    /**
     * The swallow volunteer who ordered for somebody copies what that person put on paper; a requester's own hand is no
     * call-back, whatever form it came by.
     */
    private static Rating said(Actor actor, Stored order, Rating rating) {
        if (actor.person().equals(order.requester())) {
            return rating.how() == Rating.How.CALL_BACK ? rating.by(Rating.How.PAGE) : rating;
        }
        return order.asks() ? rating.by(Rating.How.PAPER) : rating.writtenDownByUnit();
    }

    /**
     * By a link that the requester was given; who may has been judged by it.
     *
     * @param writer whose hand it was: the requester's, or whoever copied it from paper
     */
    Outcome<OrderId> byLink(
            CountyId county, OrderId id, PersonId writer, Rating rating, Function<Stored, Outcome<Command>> may) {
        return moves.byRule(county, id, writer, may, (before, after) -> ratings.moving(before, rating, writer))
                .then(stored -> isOver(stored, rating)
                        ? Outcome.done(id)
                        : again(stored, reopen -> moves.byRule(county, id, writer, reopen)));
    }

    /** Whether it is over with that: solved, or brought back as often as it can be. */
    private static boolean isOver(Stored order, Rating rating) {
        return rating.solved() || order.facts().reopened() >= Order.REOPENINGS;
    }

    private Outcome<OrderId> again(Stored closed, Function<Function<Stored, Outcome<Command>>, Outcome<Stored>> move) {
        var to = handlers.afterReopening(closed);
        return move.apply(stored -> Outcome.done(new Command.Reopen(to)))
                .map(stored -> stored.facts().id());
    }
}
