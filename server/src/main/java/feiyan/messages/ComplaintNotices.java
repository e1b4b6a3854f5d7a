package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.orders.ComplaintId;
import feiyan.orders.ComplaintStakeholders;
import feiyan.orders.ComplaintStakeholders.Concerned;
import feiyan.platform.CountyId;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells of complaints: those who answer, those who complained, and where the clock was missed the center's
 * administrators, too. An appeal that is upheld is told with its order.
 */
@Component
class ComplaintNotices implements OutboxHandler {

    private static final String OPENED = "complaint.open";
    private static final String RAISED = "complaint.raise";
    private static final String ANSWERED = "complaint.answer";
    private static final String OVERDUE = "complaint.overdue";

    private final ComplaintStakeholders stakeholders;
    private final Staff staff;
    private final Units units;
    private final NoticeRows notices;

    ComplaintNotices(ComplaintStakeholders stakeholders, Staff staff, Units units, NoticeRows notices) {
        this.stakeholders = stakeholders;
        this.staff = staff;
        this.units = units;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OPENED, RAISED, ANSWERED, OVERDUE);
    }

    @Override
    public void handle(OutboxRow row) {
        var complaint = stakeholders
                .of(row.county(), new ComplaintId(row.subject()), row.version())
                .orElseThrow(() -> new IllegalStateException("told of a complaint that is not there: " + row));
        switch (row.kind()) {
            case OPENED -> tellAnswering(row, complaint, NoticeKind.COMPLAINT_OPENED);
            case RAISED -> tellAnswering(row, complaint, NoticeKind.COMPLAINT_RAISED);
            case ANSWERED -> tellWhoComplained(row, complaint);
            case OVERDUE -> tellOverdue(row, complaint);
            default -> throw new IllegalStateException("not asked for: " + row);
        }
    }

    /** What was answered already is no news. */
    private void tellAnswering(OutboxRow row, Concerned complaint, NoticeKind kind) {
        if (complaint.waits()) {
            notices.tell(row, content(kind, complaint), answering(row.county(), complaint));
        }
    }

    private void tellWhoComplained(OutboxRow row, Concerned complaint) {
        var content = Content.of(NoticeKind.COMPLAINT_ANSWERED, complaint.order(), complaint.last() ? "last" : null)
                .about(complaint.id());
        notices.tell(row, content, List.of(complaint.by()));
    }

    private void tellOverdue(OutboxRow row, Concerned complaint) {
        if (complaint.waits()) {
            var answering = answering(row.county(), complaint);
            notices.tell(row, content(NoticeKind.COMPLAINT_OVERDUE, complaint), answering);
            var above = Content.of(NoticeKind.COMPLAINT_OVERDUE_BELOW, complaint.order(), null)
                    .by(complaint.unit());
            notices.tell(row, above, without(administrators(row.county()), answering));
        }
    }

    private static Content content(NoticeKind kind, Concerned complaint) {
        return Content.of(kind, complaint.order(), null).about(complaint.id());
    }

    /** Nobody who complained, and nobody who works for the unit it is about. */
    private List<PersonId> answering(CountyId county, Concerned complaint) {
        if (complaint.toAdministrator()) {
            return without(staff.holders(county, complaint.unit(), Role.ADMINISTRATOR), List.of(complaint.by()));
        }
        var accused = staff.holders(county, complaint.about(), Role.CLERK, Role.DISPATCHER);
        var holders = staff.holders(county, complaint.unit(), Role.CLERK, Role.DISPATCHER);
        return without(without(holders, accused), List.of(complaint.by()));
    }

    private List<PersonId> administrators(CountyId county) {
        return units.center(county)
                .map(Unit::id)
                .map(center -> staff.holders(county, center, Role.ADMINISTRATOR))
                .orElse(List.of());
    }

    private static List<PersonId> without(Collection<PersonId> people, Collection<PersonId> others) {
        return people.stream().filter(person -> !others.contains(person)).toList();
    }
}
