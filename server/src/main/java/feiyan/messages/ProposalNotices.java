package feiyan.messages;

import feiyan.dispatch.PassedProposals;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.ProposalStakeholders;
import feiyan.dispatch.ProposalStakeholders.Concerned;
import feiyan.dispatch.ProposalState;
import feiyan.dispatch.TimeProposalId;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells one side what the other asks about the time, and what came of it. A yes is told with the order, which it moves;
 * what a new question or the order itself overtook, with those.
 */
@Component
class ProposalNotices implements OutboxHandler {

    private static final String MADE = "proposal.made";
    private static final String DECLINED = "proposal.declined";
    private static final String WITHDRAWN = "proposal.withdrawn";
    private static final String OVERTAKEN = "proposal.overtaken";

    private final ProposalStakeholders stakeholders;
    private final HouseholdNotices household;
    private final NoticeRows notices;

    ProposalNotices(ProposalStakeholders stakeholders, HouseholdNotices household, NoticeRows notices) {
        this.stakeholders = stakeholders;
        this.household = household;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MADE, DECLINED, WITHDRAWN, OVERTAKEN);
    }

    @Override
    public void handle(OutboxRow row) {
        stakeholders
                .of(row.county(), new TimeProposalId(row.subject()), row.version())
                .ifPresent(concerned -> kind(row, concerned).ifPresent(kind -> tell(row, concerned, kind)));
    }

    private static Optional<NoticeKind> kind(OutboxRow row, Concerned concerned) {
        var household = concerned.told() == ProposalSide.REQUESTER;
        return switch (row.kind()) {
            case MADE ->
                // who took it back at once has asked nothing
                Optional.of(household ? NoticeKind.TIME_ASKED : NoticeKind.SERVICE_TIME_ASKED)
                        .filter(kind -> concerned.proposal().state() == ProposalState.OPEN);
            case DECLINED -> Optional.of(declined(household));
            case WITHDRAWN -> Optional.of(household ? NoticeKind.TIME_WITHDRAWN : NoticeKind.SERVICE_TIME_WITHDRAWN);
            default ->
                Optional.of(declined(household)).filter(kind -> PassedProposals.REASON.equals(concerned.reason()));
        };
    }

    private static NoticeKind declined(boolean household) {
        return household ? NoticeKind.TIME_DECLINED : NoticeKind.SERVICE_TIME_DECLINED;
    }

    private void tell(OutboxRow row, Concerned concerned, NoticeKind kind) {
        var proposal = concerned.proposal();
        var asked = row.kind().equals(MADE) ? proposal.time().from() : null;
        var content = Content.of(kind, proposal.order(), concerned.reason()).beginning(asked);
        notices.tell(row, content, concerned.people());
        if (concerned.told() == ProposalSide.REQUESTER) {
            household.tellFollowers(row, proposal.order(), content, concerned.actor());
        }
    }
}
