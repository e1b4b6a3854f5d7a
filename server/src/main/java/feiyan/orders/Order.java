package feiyan.orders;

import static feiyan.orders.Decision.declined;
import static feiyan.orders.Decision.moved;

import java.time.Instant;

/**
 * An order in one of its states. Each state is a record that knows only its own moves; a command that a state does not
 * know cannot even be handed to it. {@link OrderLifecycle} is the only way in from outside.
 */
public sealed interface Order {

    /** After the second reopening the way is a complaint, not a third round. */
    int REOPENINGS = 2;

    OrderFacts facts();

    State state();

    record Unplaced(OrderFacts facts) implements Order {
        public sealed interface Move extends Command permits Command.Place, Command.Group {}

        @Override
        public State state() {
            return State.NEW;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Place _ -> moved(new Submitted(facts.next()));
                case Command.Group _ -> moved(new Approved(facts.next()));
            };
        }
    }

    record Submitted(OrderFacts facts) implements Order {
        public sealed interface Move extends Command
                permits Command.AskBack,
                        Command.Escalate,
                        Command.HandDown,
                        Command.Approve,
                        Command.Refuse,
                        Command.Resolve,
                        Command.Merge,
                        Command.Cancel {}

        @Override
        public State state() {
            return State.SUBMITTED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.AskBack _ -> moved(new Returned(facts.next()));
                case Command.Escalate escalate -> moved(new Submitted(facts.at(escalate.above())));
                case Command.HandDown(var below) -> moved(new Submitted(facts.at(below)));
                case Command.Approve approve -> moved(new Approved(facts.approvedBy(approve)));
                case Command.Refuse _ -> moved(new Refused(facts.next()));
                case Command.Resolve _ -> moved(new Served(facts.next()));
                case Command.Merge(var parent) -> moved(new Merged(facts.within(parent)));
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record Returned(OrderFacts facts) implements Order {
        public sealed interface Move extends Command
                permits Command.Answer, Command.Lapse, Command.Refuse, Command.Cancel {}

        @Override
        public State state() {
            return State.RETURNED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Answer _ -> moved(new Submitted(facts.next()));
                case Command.Lapse lapse when lapse.calls() == 0 -> declined("order.call_first");
                case Command.Lapse _ -> moved(new Cancelled(facts.next()));
                case Command.Refuse _ -> moved(new Refused(facts.next()));
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record Approved(OrderFacts facts) implements Order {
        public sealed interface Move extends Command
                permits Command.AskBack,
                        Command.Escalate,
                        Command.HandDown,
                        Command.Refuse,
                        Command.Resolve,
                        Command.Merge,
                        Command.Offer,
                        Command.Cancel {}

        @Override
        public State state() {
            return State.APPROVED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.AskBack _ -> moved(new Returned(facts.next()));
                case Command.Escalate escalate -> moved(new Submitted(facts.at(escalate.above())));
                case Command.HandDown(var below) -> moved(new Submitted(facts.at(below)));
                case Command.Refuse _ -> moved(new Refused(facts.next()));
                case Command.Resolve _ -> moved(new Served(facts.next()));
                case Command.Merge(var parent) when parent.equals(facts.id()) -> declined("order.merge_with_itself");
                case Command.Merge(var parent) -> moved(new Merged(facts.within(parent)));
                case Command.Offer _ -> moved(new Offered(facts.next()));
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record Offered(OrderFacts facts) implements Order {
        public sealed interface Move extends Command
                permits Command.Offer, Command.RunDry, Command.Confirm, Command.Cancel {}

        @Override
        public State state() {
            return State.OFFERED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Offer _ -> moved(new Offered(facts.next()));
                case Command.RunDry _ -> moved(new Approved(facts.next()));
                case Command.Confirm confirm -> confirmed(confirm);
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }

        private Decision confirmed(Command.Confirm confirm) {
            if (confirm.seats() == 0) {
                return declined("order.nobody_yet");
            }
            if (confirm.seats() < facts.headcount() && !confirm.withFewer()) {
                return declined("order.seats_open", facts.headcount() - confirm.seats());
            }
            return moved(new Accepted(facts.next(), confirm.agreed()));
        }
    }

    record Accepted(OrderFacts facts, Slot agreed) implements Order {
        public sealed interface Move extends Command
                permits Command.Reschedule,
                        Command.Reseat,
                        Command.GiveBack,
                        Command.NoShow,
                        Command.Start,
                        Command.Cancel {}

        @Override
        public State state() {
            return State.ACCEPTED;
        }

        Decision on(Move move, Instant now) {
            return switch (move) {
                case Command.Reschedule(var slot) when slot.from().isBefore(now) -> declined("order.time_is_past");
                case Command.Reschedule(var slot) -> moved(new Accepted(facts.next(), slot));
                case Command.Reseat _ -> moved(new Accepted(facts.next(), agreed));
                case Command.GiveBack _ -> moved(new Approved(facts.next()));
                case Command.NoShow _ when now.isBefore(agreed.from()) -> declined("order.not_yet_time");
                case Command.NoShow _ -> moved(new Approved(facts.next()));
                case Command.Start _ -> moved(new InService(facts.next(), agreed));
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record InService(OrderFacts facts, Slot agreed) implements Order {
        public sealed interface Move extends Command permits Command.Finish, Command.BreakOff, Command.Cancel {}

        @Override
        public State state() {
            return State.IN_SERVICE;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Finish _ -> moved(new Served(facts.next()));
                case Command.BreakOff _ -> moved(new Approved(facts.next()));
                case Command.Cancel cancel when !cancel.byStaff() -> declined("order.under_way");
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record Served(OrderFacts facts) implements Order {
        public sealed interface Move extends Command permits Command.Rate, Command.CloseUnrated, Command.Reopen {}

        @Override
        public State state() {
            return State.SERVED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Rate _ -> moved(new Closed(facts.ratedNow()));
                case Command.CloseUnrated _ -> moved(new Closed(facts.next()));
                case Command.Reopen(var to) -> OrderLifecycle.reopened(facts, to);
            };
        }
    }

    record Closed(OrderFacts facts) implements Order {
        public sealed interface Move extends Command permits Command.Rate, Command.Reopen {}

        @Override
        public State state() {
            return State.CLOSED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Rate _ when facts.rated() -> declined("order.rated_already");
                case Command.Rate _ -> moved(new Closed(facts.ratedNow()));
                case Command.Reopen(var to) -> OrderLifecycle.reopened(facts, to);
            };
        }
    }

    record Merged(OrderFacts facts) implements Order {
        public sealed interface Move extends Command permits Command.Split, Command.ServedByGroup, Command.Cancel {}

        @Override
        public State state() {
            return State.MERGED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.Split _ -> moved(new Submitted(facts.within(null)));
                case Command.ServedByGroup _ -> moved(new Served(facts.next()));
                case Command.Cancel _ -> moved(new Cancelled(facts.next()));
            };
        }
    }

    record Refused(OrderFacts facts) implements Order {
        public sealed interface Move extends Command permits Command.AppealUpheld {}

        @Override
        public State state() {
            return State.REFUSED;
        }

        Decision on(Move move) {
            return switch (move) {
                case Command.AppealUpheld(var above) -> moved(new Submitted(facts.at(above)));
            };
        }
    }

    record Cancelled(OrderFacts facts) implements Order {
        @Override
        public State state() {
            return State.CANCELLED;
        }
    }
}
