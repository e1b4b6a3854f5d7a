package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.orders.Order.Accepted;
import feiyan.orders.Order.Approved;
import feiyan.orders.Order.Closed;
import feiyan.orders.Order.InService;
import feiyan.orders.Order.Merged;
import feiyan.orders.Order.Offered;
import feiyan.orders.Order.Refused;
import feiyan.orders.Order.Returned;
import feiyan.orders.Order.Served;
import feiyan.orders.Order.Submitted;
import feiyan.orders.Order.Unplaced;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of an order. A command implements the {@code Move} of each state that knows it, so that
 * the compiler sees to it that such a state decides it; any other state refuses it.
 */
public sealed interface Command
        permits Unplaced.Move,
                Submitted.Move,
                Returned.Move,
                Approved.Move,
                Offered.Move,
                Accepted.Move,
                InService.Move,
                Served.Move,
                Closed.Move,
                Merged.Move,
                Refused.Move {

    Verb verb();

    /** Why, as a code that may be kept for ever; words stand in an erasable note. */
    default @Nullable String reason() {
        return null;
    }

    record Place() implements Unplaced.Move {
        @Override
        public Verb verb() {
            return Verb.PLACE;
        }
    }

    record Group() implements Unplaced.Move {
        @Override
        public Verb verb() {
            return Verb.GROUP;
        }
    }

    record AskBack() implements Submitted.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.ASK_BACK;
        }
    }

    record Answer() implements Returned.Move {
        @Override
        public Verb verb() {
            return Verb.ANSWER;
        }
    }

    /** @param calls how often somebody tried to reach the requester by telephone since the question */
    record Lapse(int calls) implements Returned.Move {
        @Override
        public Verb verb() {
            return Verb.LAPSE;
        }
    }

    /** @param above the unit that is to have it: the next above, or the center straight away */
    record Escalate(UnitId above, @Nullable String reason) implements Submitted.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.ESCALATE;
        }
    }

    record HandDown(UnitId below) implements Submitted.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.HAND_DOWN;
        }
    }

    /**
     * @param by the unit that approves: from now on the dispatching unit
     * @param project what is to be done: named by the requester, or chosen by the reviewer for a need in free words
     * @param headcount how many people the project takes
     */
    record Approve(UnitId by, ProjectId project, int headcount) implements Submitted.Move {
        @Override
        public Verb verb() {
            return Verb.APPROVE;
        }
    }

    record Refuse(String reason) implements Submitted.Move, Returned.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.REFUSE;
        }
    }

    record AppealUpheld(UnitId above) implements Refused.Move {
        @Override
        public Verb verb() {
            return Verb.APPEAL_UPHELD;
        }
    }

    record Resolve() implements Submitted.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.RESOLVE;
        }
    }

    record Merge(OrderId parent) implements Submitted.Move, Approved.Move {
        @Override
        public Verb verb() {
            return Verb.MERGE;
        }
    }

    record Split() implements Merged.Move {
        @Override
        public Verb verb() {
            return Verb.SPLIT;
        }
    }

    record ServedByGroup() implements Merged.Move {
        @Override
        public Verb verb() {
            return Verb.SERVED_BY_GROUP;
        }
    }

    record Offer() implements Approved.Move, Offered.Move {
        @Override
        public Verb verb() {
            return Verb.OFFER;
        }
    }

    record RunDry() implements Offered.Move {
        @Override
        public Verb verb() {
            return Verb.RUN_DRY;
        }
    }

    /**
     * @param seats how many seats are taken
     * @param withFewer the unit goes ahead though seats are open
     */
    record Confirm(Slot agreed, int seats, boolean withFewer) implements Offered.Move {
        @Override
        public Verb verb() {
            return Verb.CONFIRM;
        }
    }

    record Reschedule(Slot agreed) implements Accepted.Move {
        @Override
        public Verb verb() {
            return Verb.RESCHEDULE;
        }
    }

    record Reseat() implements Accepted.Move {
        @Override
        public Verb verb() {
            return Verb.RESEAT;
        }
    }

    record GiveBack(@Nullable String reason) implements Accepted.Move {
        @Override
        public Verb verb() {
            return Verb.GIVE_BACK;
        }
    }

    record NoShow() implements Accepted.Move {
        @Override
        public Verb verb() {
            return Verb.NO_SHOW;
        }
    }

    record Start() implements Accepted.Move {
        @Override
        public Verb verb() {
            return Verb.START;
        }
    }

    record Finish(@Nullable String reason) implements InService.Move {
        @Override
        public Verb verb() {
            return Verb.FINISH;
        }
    }

    record BreakOff(String reason) implements InService.Move {
        @Override
        public Verb verb() {
            return Verb.BREAK_OFF;
        }
    }

    /** @param byStaff a service under way is ended by staff only, who settle the minutes */
    record Cancel(boolean byStaff, @Nullable String reason)
            implements Submitted.Move,
                    Returned.Move,
                    Approved.Move,
                    Offered.Move,
                    Accepted.Move,
                    InService.Move,
                    Merged.Move {
        @Override
        public Verb verb() {
            return Verb.CANCEL;
        }
    }

    record Rate() implements Served.Move, Closed.Move {
        @Override
        public Verb verb() {
            return Verb.RATE;
        }
    }

    record CloseUnrated() implements Served.Move {
        @Override
        public Verb verb() {
            return Verb.CLOSE_UNRATED;
        }
    }

    /** @param to the unit that handled it, or, the second time, the unit above */
    record Reopen(UnitId to) implements Served.Move, Closed.Move {
        @Override
        public Verb verb() {
            return Verb.REOPEN;
        }
    }
}
