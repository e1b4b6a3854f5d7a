package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door for the modules that serve an order: offers, seats and attendance. Who may offer is judged here; who may
 * take a seat, give it back or check in was judged by the caller, under its own locks and in the same transaction. A
 * refusal here is one of the whole: pass it on.
 */
@Service
public class OrderProgress {

    private final Transactions transactions;
    private final OrderMoves moves;

    OrderProgress(Transactions transactions, OrderMoves moves) {
        this.transactions = transactions;
        this.moves = moves;
    }

    /** Offers go out. Only for staff in charge; call it in the transaction that writes the offers. */
    public Outcome<OrderId> offer(Actor actor, OrderId id, int seen) {
        return transactions.join(() -> moves.byPerson(actor, id, seen, null, order -> Outcome.done(new Command.Offer()))
                .map(stored -> stored.facts().id()));
    }

    /** The next candidate is asked, by the clock or by a leader. */
    public Outcome<OrderId> offerNext(CountyId county, OrderId id, @Nullable PersonId by) {
        return byRule(county, id, by, new Command.Offer());
    }

    /** No open offer and no seat taken any more. */
    public Outcome<OrderId> runDry(CountyId county, OrderId id, @Nullable PersonId by) {
        return byRule(county, id, by, new Command.RunDry());
    }

    /**
     * @param seats how many are taken
     * @param withFewer the dispatching unit goes ahead though some are open; the caller has judged who says so
     */
    public Outcome<OrderId> confirm(
            CountyId county, OrderId id, @Nullable PersonId by, Slot agreed, int seats, boolean withFewer) {
        return byRule(county, id, by, new Command.Confirm(agreed, seats, withFewer));
    }

    public Outcome<OrderId> reschedule(CountyId county, OrderId id, PersonId by, Slot agreed) {
        return byRule(county, id, by, new Command.Reschedule(agreed));
    }

    /** A seat was given back or filled anew while others stay. */
    public Outcome<OrderId> reseat(CountyId county, OrderId id, @Nullable PersonId by) {
        return byRule(county, id, by, new Command.Reseat());
    }

    public Outcome<OrderId> giveBack(CountyId county, OrderId id, PersonId by, @Nullable String reason) {
        return byRule(county, id, by, new Command.GiveBack(reason));
    }

    /** Nobody came. */
    public Outcome<OrderId> noShow(CountyId county, OrderId id, @Nullable PersonId by) {
        return byRule(county, id, by, new Command.NoShow());
    }

    /** The first check-in. */
    public Outcome<OrderId> start(CountyId county, OrderId id, PersonId by) {
        return byRule(county, id, by, new Command.Start());
    }

    /** The last check-out, the leader with a reason, or the clock where the others never came. */
    public Outcome<OrderId> finish(CountyId county, OrderId id, @Nullable PersonId by, @Nullable String reason) {
        return byRule(county, id, by, new Command.Finish(reason));
    }

    public Outcome<OrderId> breakOff(CountyId county, OrderId id, PersonId by, String reason) {
        return byRule(county, id, by, new Command.BreakOff(reason));
    }

    private Outcome<OrderId> byRule(CountyId county, OrderId id, @Nullable PersonId by, Command command) {
        return transactions.join(() -> moves.byRule(county, id, by, order -> Outcome.done(command))
                .map(stored -> stored.facts().id()));
    }
}
