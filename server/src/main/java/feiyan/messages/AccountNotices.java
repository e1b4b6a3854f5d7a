package feiyan.messages;

import feiyan.accounts.LostAuthenticators;
import feiyan.accounts.PersonId;
import feiyan.accounts.SignInsOfOthers;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells somebody what others did to their account: whoever asked for it may not have been its owner. */
@Component
class AccountNotices implements OutboxHandler {

    private final NoticeRows notices;

    AccountNotices(NoticeRows notices) {
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(LostAuthenticators.FORGOTTEN, SignInsOfOthers.ENDED);
    }

    @Override
    public void handle(OutboxRow row) {
        var kind =
                row.kind().equals(SignInsOfOthers.ENDED) ? NoticeKind.SIGN_INS_ENDED : NoticeKind.SECOND_STEP_FORGOTTEN;
        notices.tell(row, Content.of(kind, null, null), List.of(new PersonId(row.subject())));
    }
}
