package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way an order moves: found as the actor may see it, judged by {@link WhoMay} and {@link OrderLifecycle},
 * written with its event, note and outbox row. Runs in the door's transaction.
 */
@Component
class OrderMoves {

    private final OrderRows rows;
    private final OrderStepRows steps;
    private final HeldOrders held;
    private final OrderNotes notes;
    private final OrderClock clock;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    OrderMoves(
            OrderRows rows,
            OrderStepRows steps,
            HeldOrders held,
            OrderNotes notes,
            OrderClock clock,
            Outbox outbox,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.rows = rows;
        this.steps = steps;
        this.held = held;
        this.notes = notes;
        this.clock = clock;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /** By which statement of {@link OrderStepRows} an order goes from one to the other. */
    @FunctionalInterface
    interface Moving {
        JdbcClient.StatementSpec of(Stored before, Stored after);
    }

    /**
     * A person's command.
     *
     * @param seen the version the person had on the screen; if the order has moved since, they are told so
     * @param what the command, made from the order as it is, or why there can be none
     * @param note words that go with it, sealed and erasable
     */
    Outcome<Stored> byPerson(
            Actor actor, OrderId id, int seen, @Nullable String note, Function<Stored, Outcome<Command>> what) {
        return byPerson(actor, id, seen, note, what, steps::alone);
    }

    Outcome<Stored> byPerson(
            Actor actor,
            OrderId id,
            int seen,
            @Nullable String note,
            Function<Stored, Outcome<Command>> what,
            Moving moving) {
        if (note != null && note.codePointCount(0, note.length()) > NewOrder.LONGEST_NEED) {
            return Outcome.refused("order.too_long", NewOrder.LONGEST_NEED);
        }
        var found = held.find(actor, id).filter(Stored::concerns).or(() -> rows.find(actor, id));
        if (found.isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        var order = found.get();
        if (order.facts().version() != seen) {
            return Outcome.refused("order.moved_on", order.state().name());
        }
        return what.apply(order)
                .then(command -> WhoMay.allows(command.verb(), order.relations())
                        ? move(order, command, actor.person(), note, moving)
                        : Outcome.refused("order.not_yours", command.verb().code()));
    }

    /** A command of the clock, or of a module that has judged by its own rules who may give it. */
    Outcome<Stored> byRule(
            CountyId county, OrderId id, @Nullable PersonId actor, Function<Stored, Outcome<Command>> what) {
        return byRule(county, id, actor, what, steps::alone);
    }

    Outcome<Stored> byRule(
            CountyId county,
            OrderId id,
            @Nullable PersonId actor,
            Function<Stored, Outcome<Command>> what,
            Moving moving) {
        var found = held.find(county, id).or(() -> rows.find(county, id));
        if (found.isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        return what.apply(found.get()).then(command -> move(found.get(), command, actor, null, moving));
    }

    private Outcome<Stored> move(
            Stored stored, Command command, @Nullable PersonId actor, @Nullable String note, Moving moving) {
        var now = time.instant();
        return switch (OrderLifecycle.decide(stored.order(), command, now)) {
            case Decision.Declined(Refusal refusal) -> Outcome.refused(refusal);
            case Decision.Moved(Order next) -> written(stored, next, command, actor, now, note, moving);
        };
    }

    private Outcome<Stored> written(
            Stored before,
            Order next,
            Command command,
            @Nullable PersonId actor,
            Instant now,
            @Nullable String note,
            Moving moving) {
        var after = before.as(next);
        var due = clock.dueAfter(after, command.verb(), now);
        var by = actor == null ? null : actor.value();
        if (!steps.write(moving.of(before, after), before.order(), next, command, by, now, due)) {
            return Outcome.refused("order.moved_on", before.state().name());
        }
        notes.write(next.facts(), note);
        tell(before.state(), next, command.verb(), now, actor);
        return Outcome.done(after);
    }

    /** Tells the outbox, and within the transaction those whose own rows must follow at once. */
    void tell(State from, Order now, Verb verb, Instant at, @Nullable PersonId actor) {
        var facts = now.facts();
        held.moved(facts, now.state());
        outbox.tell(facts.county(), "order." + verb.code(), facts.id().value(), facts.version(), at);
        events.publishEvent(new OrderMoved(
                facts.county(), facts.id(), facts.version(), from, verb, now.state(), at, actor, facts.parent()));
    }
}
