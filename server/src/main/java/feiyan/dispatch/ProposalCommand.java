package feiyan.dispatch;

import org.jspecify.annotations.Nullable;

/** What can become of an open proposal; its making is {@link ProposalRows#make}. */
sealed interface ProposalCommand {

    /** As {@code time_proposal_transition} writes it. */
    String verb();

    ProposalState to();

    /** The outbox kind by which others hear of it. */
    String kind();

    /** Why, as a code that may be kept for ever. */
    default @Nullable String reason() {
        return null;
    }

    /** @param reason how the unit knows, where it answered for a side; null for the side's own yes */
    record Accept(@Nullable String reason) implements ProposalCommand {
        @Override
        public String verb() {
            return "accept";
        }

        @Override
        public ProposalState to() {
            return ProposalState.ACCEPTED;
        }

        @Override
        public String kind() {
            return "proposal.accepted";
        }
    }

    record Decline(@Nullable String reason) implements ProposalCommand {
        @Override
        public String verb() {
            return "decline";
        }

        @Override
        public ProposalState to() {
            return ProposalState.DECLINED;
        }

        @Override
        public String kind() {
            return "proposal.declined";
        }
    }

    record Withdraw() implements ProposalCommand {
        @Override
        public String verb() {
            return "withdraw";
        }

        @Override
        public ProposalState to() {
            return ProposalState.WITHDRAWN;
        }

        @Override
        public String kind() {
            return "proposal.withdrawn";
        }
    }

    /** @param reason {@code new_proposal}, or the order's command that left nothing to move */
    record Overtake(String reason) implements ProposalCommand {
        @Override
        public String verb() {
            return "overtake";
        }

        @Override
        public ProposalState to() {
            return ProposalState.OVERTAKEN;
        }

        @Override
        public String kind() {
            return "proposal.overtaken";
        }
    }
}
