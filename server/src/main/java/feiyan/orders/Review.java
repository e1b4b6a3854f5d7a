package feiyan.orders;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The units' door: what a station, an institute or the center does with an order that has come to it. Each method takes
 * the version that the person had on the screen; {@code order.moved_on} where somebody was faster.
 */
@Service
public class Review {

    private final Transactions transactions;
    private final OrderMoves moves;
    private final Handlers handlers;
    private final OrderCalls calls;
    private final Menu menu;

    Review(Transactions transactions, OrderMoves moves, Handlers handlers, OrderCalls calls, Menu menu) {
        this.transactions = transactions;
        this.moves = moves;
        this.handlers = handlers;
        this.calls = calls;
        this.menu = menu;
    }

    /**
     * Approves; the actor's lowest unit that covers the order becomes the dispatching unit.
     *
     * @param project what is to be done; may be left out where the requester named it
     */
    public Outcome<OrderId> approve(Actor actor, OrderId id, int seen, @Nullable ProjectId project) {
        return move(actor, id, seen, null, order -> {
            var chosen = project == null ? order.facts().project() : project;
            var found = chosen == null ? Optional.<Project>empty() : menu.find(actor.county(), chosen);
            return found.map(known -> approval(actor, order, known))
                    .orElseGet(() -> Outcome.refused("order.choose_project"));
        });
    }

    /** A need in free words takes as many people as the project; what the requester chose has its headcount already. */
    private Outcome<Command> approval(Actor actor, Stored order, Project project) {
        int headcount =
                project.id().equals(order.facts().project()) ? order.facts().headcount() : project.headcount();
        return handlers.approver(actor, order.facts().unit())
                .map(unit -> Outcome.<Command>done(new Command.Approve(unit, project.id(), headcount)))
                .orElseGet(() -> Outcome.refused("order.not_yours", Verb.APPROVE.code()));
    }

    /**
     * Done on the spot.
     *
     * @param what what was done and by whom; the requester reads it
     */
    public Outcome<OrderId> resolve(Actor actor, OrderId id, int seen, String what) {
        return what.isBlank()
                ? Outcome.refused("order.say_what_was_done")
                : move(actor, id, seen, what, order -> Outcome.done(new Command.Resolve()));
    }

    /** Passes it up: to the unit above, or past it to any unit further up. */
    public Outcome<OrderId> escalate(Actor actor, OrderId id, int seen, UnitId to, @Nullable String why) {
        return move(
                actor,
                id,
                seen,
                why,
                order -> handlers.isAbove(actor.county(), to, order.facts().unit())
                        ? Outcome.done(new Command.Escalate(to, null))
                        : Outcome.refused("order.not_above"));
    }

    public Outcome<OrderId> handDown(Actor actor, OrderId id, int seen, UnitId to, @Nullable String why) {
        return move(
                actor,
                id,
                seen,
                why,
                order -> handlers.isBelow(actor.county(), to, order.facts().unit())
                        ? Outcome.done(new Command.HandDown(to))
                        : Outcome.refused("order.not_below"));
    }

    public Outcome<OrderId> askBack(Actor actor, OrderId id, int seen, String question) {
        return question.isBlank()
                ? Outcome.refused("order.say_what_is_missing")
                : move(actor, id, seen, question, order -> Outcome.done(new Command.AskBack()));
    }

    /** @param nextStep a reason in words and what the requester can do now; never empty */
    public Outcome<OrderId> refuse(Actor actor, OrderId id, int seen, RefusalReason reason, String nextStep) {
        return nextStep.isBlank()
                ? Outcome.refused("order.say_next_step")
                : move(actor, id, seen, nextStep, order -> Outcome.done(new Command.Refuse(reason.code())));
    }

    /** An appeal against a refusal is upheld: the unit above has it now. */
    public Outcome<OrderId> upholdAppeal(Actor actor, OrderId id, int seen, UnitId above) {
        return move(
                actor,
                id,
                seen,
                null,
                order -> handlers.isAbove(actor.county(), above, order.facts().unit())
                                && handlers.isStaffOf(actor, above)
                        ? Outcome.done(new Command.AppealUpheld(above))
                        : Outcome.refused("order.not_above"));
    }

    /** Notes an attempt to reach the requester by telephone; without one nothing lapses. */
    public Outcome<OrderId> called(Actor actor, OrderId id, boolean reached) {
        return transactions.write(() -> calls.note(actor, id, reached));
    }

    private Outcome<OrderId> move(
            Actor actor, OrderId id, int seen, @Nullable String note, Function<Stored, Outcome<Command>> what) {
        return transactions.write(() -> moves.byPerson(actor, id, seen, note, what)
                .map(stored -> stored.facts().id()));
    }
}
