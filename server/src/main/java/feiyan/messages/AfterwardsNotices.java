package feiyan.messages;

import feiyan.attendance.CorrectedMinutes;
import feiyan.attendance.CorrectedMinutes.Corrected;
import feiyan.attendance.SummaryReminders;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells those who served what comes after the service: minutes put right, and a summary that is missing. */
@Component
class AfterwardsNotices implements OutboxHandler {

    private static final String CORRECTED = "attendance.corrected";

    private final CorrectedMinutes minutes;
    private final SummaryReminders summaries;
    private final ServiceSheets sheets;
    private final NoticeRows notices;

    AfterwardsNotices(CorrectedMinutes minutes, SummaryReminders summaries, ServiceSheets sheets, NoticeRows notices) {
        this.minutes = minutes;
        this.summaries = summaries;
        this.sheets = sheets;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CORRECTED, SummaryReminders.KIND);
    }

    @Override
    public void handle(OutboxRow row) {
        if (row.kind().equals(CORRECTED)) {
            minutes.of(row.county(), new SeatId(row.subject()), row.version()).ifPresent(done -> tell(row, done));
        } else {
            remind(row, new OfferId(row.subject()));
        }
    }

    /** In the name of the unit that answers for the service, whether its clerk or the team's leader did it. */
    private void tell(OutboxRow row, Corrected corrected) {
        if (!corrected.volunteer().equals(corrected.by())) {
            var unit = sheets.find(row.county(), corrected.order())
                    .map(ServiceSheet::dispatching)
                    .orElse(null);
            var content = Content.of(NoticeKind.MINUTES_CORRECTED, corrected.order(), null)
                    .by(unit)
                    .counting(new Minutes(corrected.was(), corrected.now()));
            notices.tell(row, content, List.of(corrected.volunteer()));
        }
    }

    private void remind(OutboxRow row, OfferId offer) {
        summaries
                .missing(row.county(), offer)
                .ifPresent(led -> notices.tell(
                        row,
                        Content.of(NoticeKind.SUMMARY_MISSING, led.order(), null)
                                .about(offer),
                        List.of(led.leader())));
    }
}
