package feiyan.orders;

import feiyan.calendar.WorkingCalendars;
import feiyan.orders.ComplaintRows.Desk;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The requester complains and the unit above the one that handled the order answers; whoever is not content goes one
 * tier further up, once. Against a refusal the unit above can take the order in hand itself.
 */
@Service
public class Complaints {

    private final Transactions transactions;
    private final ComplaintBook book;
    private final ComplaintRows rows;
    private final ComplaintWords words;
    private final OrderRows orders;
    private final OrderMoves moves;
    private final Handlers handlers;
    private final Policies policies;
    private final WorkingCalendars calendars;
    private final Outbox outbox;
    private final InstantSource time;

    Complaints(
            Transactions transactions,
            ComplaintBook book,
            ComplaintRows rows,
            ComplaintWords words,
            OrderRows orders,
            OrderMoves moves,
            Handlers handlers,
            Policies policies,
            WorkingCalendars calendars,
            Outbox outbox,
            InstantSource time) {
        this.transactions = transactions;
        this.book = book;
        this.rows = rows;
        this.words = words;
        this.orders = orders;
        this.moves = moves;
        this.handlers = handlers;
        this.policies = policies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.time = time;
    }

    /** At any stage, by the requester or the swallow volunteer who ordered for them; a follower only follows. */
    public Outcome<ComplaintId> open(Actor actor, OrderId order, String what) {
        return sayable(what)
                .then(said -> transactions.write(() -> orders.find(actor, order)
                        .filter(found -> found.asks())
                        .map(found -> opened(actor, found, said))
                        .orElseGet(() -> Outcome.refused("order.not_found"))));
    }

    private Outcome<ComplaintId> opened(Actor actor, Stored order, String said) {
        var county = actor.county();
        var facts = order.facts();
        if (rows.saidAlready(county, facts.id(), facts.version())) {
            return Outcome.refused("complaint.said_already");
        }
        var id = new ComplaintId(Ids.next());
        var now = time.instant();
        var about = handledBy(order);
        var due = due(county, now);
        if (!rows.open(actor, id, order, about, above(county, about), now, due)) {
            return Outcome.refused("complaint.open_already");
        }
        words.write(county, id, 1, said);
        tell(county, id, 1, "complaint.open", now, due);
        return Outcome.done(id);
    }

    /** Who had it in hand: the one that refused or has not yet approved it, else the one that dispatched it. */
    private static UnitId handledBy(Stored order) {
        var facts = order.facts();
        return switch (order.state()) {
            case NEW, SUBMITTED, RETURNED, REFUSED -> facts.unit();
            case APPROVED, OFFERED, ACCEPTED, IN_SERVICE, SERVED, CLOSED, MERGED, CANCELLED ->
                facts.dispatching() == null ? facts.unit() : facts.dispatching();
        };
    }

    private Desk above(CountyId county, UnitId unit) {
        return handlers.above(county, unit).map(next -> new Desk(next, false)).orElseGet(() -> new Desk(unit, true));
    }

    private Instant due(CountyId county, Instant now) {
        return calendars.of(county).plusWorkingDays(now, policies.of(county).get(Policy.COMPLAINT_WORKING_DAYS));
    }

    /** The first time the requester can still raise it, the second answer is the last. */
    public Outcome<ComplaintId> answer(Actor actor, ComplaintId id, int seen, String answer) {
        return sayable(answer)
                .then(said -> transactions.write(() -> found(actor, id, seen, ComplaintVerb.ANSWER)
                        .then(complaint -> moved(actor, complaint, ComplaintVerb.ANSWER, here(complaint), said))));
    }

    public Outcome<ComplaintId> accept(Actor actor, ComplaintId id, int seen) {
        return transactions.write(() -> found(actor, id, seen, ComplaintVerb.ACCEPT)
                .then(complaint -> moved(actor, complaint, ComplaintVerb.ACCEPT, here(complaint), "")));
    }

    /** After an answer, saying why; after silence beyond the time to answer, without a word. */
    public Outcome<ComplaintId> raise(Actor actor, ComplaintId id, int seen, String why) {
        return transactions.write(() -> found(actor, id, seen, ComplaintVerb.RAISE)
                .then(Complaints::raisable)
                .then(complaint -> complaint.state() == ComplaintState.OPEN && why.isBlank()
                        ? raised(actor, complaint, "")
                        : sayable(why).then(said -> raised(actor, complaint, said))));
    }

    private static Outcome<Complaint> raisable(Complaint complaint) {
        if (complaint.mustWait()) {
            return Outcome.refused("complaint.not_yet");
        }
        return complaint.toAdministrator() ? Outcome.refused("complaint.no_higher") : Outcome.done(complaint);
    }

    private Outcome<ComplaintId> raised(Actor actor, Complaint complaint, String said) {
        return moved(actor, complaint, ComplaintVerb.RAISE, above(actor.county(), complaint.unit()), said);
    }

    /** The refusal was wrong: the unit that answers has the order now, and the complaint has reached its end. */
    public Outcome<ComplaintId> uphold(Actor actor, ComplaintId id, int seen, String answer) {
        return sayable(answer)
                .then(said -> transactions.write(() -> found(actor, id, seen, ComplaintVerb.UPHOLD)
                        .then(complaint -> takenUp(actor, complaint)
                                .then(order -> moved(actor, complaint, ComplaintVerb.UPHOLD, here(complaint), said)))));
    }

    /** By rule: above a confidential order only the complaint itself says who may. */
    private Outcome<Stored> takenUp(Actor actor, Complaint complaint) {
        return moves.byRule(
                actor.county(),
                complaint.order(),
                actor.person(),
                order -> Outcome.done(new Command.AppealUpheld(complaint.unit())));
    }

    private Outcome<Complaint> found(Actor actor, ComplaintId id, int seen, ComplaintVerb verb) {
        var found = book.row(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused("complaint.not_found");
        }
        var complaint = found.get();
        if (complaint.version() != seen) {
            return Outcome.refused("complaint.moved_on");
        }
        return Complaint.isRequesters(verb)
                ? allowed(complaint.mine(), complaint)
                : allowed(complaint.answers(), complaint);
    }

    private static Outcome<Complaint> allowed(boolean may, Complaint complaint) {
        return may ? Outcome.done(complaint) : Outcome.refused("complaint.not_yours");
    }

    private static Desk here(Complaint complaint) {
        return new Desk(complaint.unit(), complaint.toAdministrator());
    }

    private Outcome<ComplaintId> moved(Actor actor, Complaint before, ComplaintVerb verb, Desk desk, String said) {
        var county = actor.county();
        var now = time.instant();
        var to = before.state().after(verb);
        if (to.isEmpty()) {
            return Outcome.refused("complaint.not_now");
        }
        @Nullable Instant due = to.get().isWaitingForUnit() ? due(county, now) : null;
        if (!rows.move(county, before, verb, to.get(), desk, actor.person(), now, due)) {
            return Outcome.refused("complaint.moved_on");
        }
        int version = before.version() + 1;
        words.write(county, before.id(), version, said);
        tell(county, before.id(), version, "complaint." + verb.code(), now, due);
        return Outcome.done(before.id());
    }

    /** The row that says the clock was missed comes when it is, and is told only if nobody has answered by then. */
    private void tell(CountyId county, ComplaintId id, int version, String kind, Instant now, @Nullable Instant due) {
        outbox.tell(county, kind, id.value(), version, now);
        if (due != null) {
            outbox.tell(county, "complaint.overdue", id.value(), version, due);
        }
    }

    private static Outcome<String> sayable(String typed) {
        if (typed.isBlank()) {
            return Outcome.refused("complaint.say_something");
        }
        return typed.codePointCount(0, typed.length()) > NewOrder.LONGEST_NEED
                ? Outcome.refused("order.too_long", NewOrder.LONGEST_NEED)
                : Outcome.done(typed);
    }
}
