package feiyan.dispatch;

import feiyan.orders.OrderMoved;
import feiyan.orders.State;
import feiyan.orders.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody is asked about a time that is no longer agreed: what moves the order on ends the question, at once. */
@Component
class ProposalFollower {

    private final ProposalMoves moves;

    ProposalFollower(ProposalMoves moves) {
        this.moves = moves;
    }

    @EventListener
    void follow(OrderMoved moved) {
        if (moved.from() == State.ACCEPTED && moved.verb() != Verb.RESEAT) {
            moves.overtake(moved.county(), moved.order(), moved.verb().code(), moved.actor(), moved.at());
        }
    }
}
