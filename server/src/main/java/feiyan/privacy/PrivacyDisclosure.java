package feiyan.privacy;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import feiyan.accounts.Sealed;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was put right, what was asked to be, and whether somebody wanted to be forgotten. */
@Component
@Order(7)
class PrivacyDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("person_correction", "correction_request", "deletion_request");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of();
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("corrections", """
                select c.id, c.at, c.field, c.old_value from person_correction c
                where c.county_id = :county and c.person_id = :person order by c.id
                """, Sealed.words("old_value", OwnCorrections.OLD_VALUE, "id"));
        sheet.rows(
                "correction_requests",
                """
                select r.id, r.asked_at, r.field, r.wish, r.answer, r.reason, r.answered_at from correction_request r
                where r.county_id = :county and r.person_id = :person order by r.id
                """,
                Sealed.words("wish", CorrectionRequests.WISH, "id"),
                Sealed.words("reason", CorrectionRequests.REASON, "id"));
        sheet.rows("deletion_requests", """
                select d.asked_at, d.reason, d.due_at, d.withdrawn_at from deletion_request d
                where d.county_id = :county and d.person_id = :person order by d.id
                """);
    }
}
