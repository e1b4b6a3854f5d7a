package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.audit.AlarmId;
import feiyan.audit.BulkAlarms;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody has seen the data of very many: auditors look into it, and the administrator above knows that they do. */
@Component
class BulkViewNotices implements OutboxHandler {

    private final BulkAlarms alarms;
    private final NoticeRows notices;

    BulkViewNotices(BulkAlarms alarms, NoticeRows notices) {
        this.alarms = alarms;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BulkAlarms.RAISED);
    }

    @Override
    public void handle(OutboxRow row) {
        var concerned = alarms.concerned(row.county(), new AlarmId(row.subject()))
                .orElseThrow(() -> new IllegalStateException("told of an alarm that is not there: " + row));
        tell(row, NoticeKind.BULK_VIEWING, concerned, concerned.auditors());
        tell(row, NoticeKind.BULK_VIEWING_BELOW, concerned, concerned.administrators());
    }

    private void tell(OutboxRow row, NoticeKind kind, BulkAlarms.Concerned concerned, Collection<PersonId> people) {
        notices.tell(row, Content.of(kind, null, null).by(concerned.unit()), people);
    }
}
