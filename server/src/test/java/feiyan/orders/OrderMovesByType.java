package feiyan.orders;

import static feiyan.orders.OrdersWorld.NOW;

import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Every state × every command, as the types decide it. */
final class OrderMovesByType {

    /** One arrow of the graph. */
    record Move(State from, Verb verb, State to) {

        @Override
        public String toString() {
            return from + " " + verb.code() + " " + to;
        }
    }

    static final UnitId UNIT = new UnitId(new UUID(0, 1));
    static final OrderId ORDER = new OrderId(new UUID(0, 2));
    static final OrderId OTHER = new OrderId(new UUID(0, 3));
    static final Slot AGREED = new Slot(NOW, NOW.plus(Duration.ofHours(2)));
    static final OrderFacts FACTS = new OrderFacts(new CountyId(1), ORDER, 3, UNIT, UNIT, null, 2, null, 0, false);

    /** One command of each kind, such as any state that knows it obeys. */
    static final List<Command> COMMANDS = List.of(
            new Command.Place(),
            new Command.Group(),
            new Command.AskBack(),
            new Command.Answer(),
            new Command.Lapse(1),
            new Command.Escalate(UNIT, null),
            new Command.HandDown(UNIT),
            new Command.Approve(UNIT, new ProjectId(new UUID(0, 4)), 2),
            new Command.Refuse("unsafe"),
            new Command.AppealUpheld(UNIT),
            new Command.Resolve(),
            new Command.Merge(OTHER),
            new Command.Split(),
            new Command.ServedByGroup(),
            new Command.Offer(),
            new Command.RunDry(),
            new Command.Confirm(AGREED, 2, false),
            new Command.Reschedule(AGREED),
            new Command.Reseat(),
            new Command.GiveBack(null),
            new Command.NoShow(),
            new Command.Start(),
            new Command.Finish(null),
            new Command.BreakOff("unwell"),
            new Command.Cancel(true, null),
            new Command.Rate(),
            new Command.CloseUnrated(),
            new Command.Reopen(UNIT));

    static Order in(State state) {
        return switch (state) {
            case NEW -> new Order.Unplaced(FACTS);
            case SUBMITTED -> new Order.Submitted(FACTS);
            case RETURNED -> new Order.Returned(FACTS);
            case APPROVED -> new Order.Approved(FACTS);
            case OFFERED -> new Order.Offered(FACTS);
            case ACCEPTED -> new Order.Accepted(FACTS, AGREED);
            case IN_SERVICE -> new Order.InService(FACTS, AGREED);
            case SERVED -> new Order.Served(FACTS);
            case CLOSED -> new Order.Closed(FACTS);
            case MERGED -> new Order.Merged(FACTS);
            case REFUSED -> new Order.Refused(FACTS);
            case CANCELLED -> new Order.Cancelled(FACTS);
        };
    }

    private OrderMovesByType() {}

    static List<Move> triples() {
        var moves = new ArrayList<Move>();
        for (var state : State.values()) {
            for (var command : COMMANDS) {
                if (OrderLifecycle.decide(in(state), command, NOW) instanceof Decision.Moved(var next)) {
                    moves.add(new Move(state, command.verb(), next.state()));
                }
            }
        }
        return moves;
    }
}
