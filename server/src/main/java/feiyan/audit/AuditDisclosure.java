package feiyan.audit;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the audit says of a person: what they did themselves. Who saw their data is told with the views. */
@Component
@Order(8)
class AuditDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("audit_act");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "audit_link", "the same rows once more, chained",
                "audit_waiting", "the same rows' ids, until they are chained",
                "audit_head", "a hash over everybody's rows",
                "audit_day", "a hash over everybody's rows",
                "bulk_alarm", "an inquiry under way must not be told to whom it is about",
                "retention_hold", "who holds back which order, for a court or an inquiry");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("audit", """
                select a.at, a.kind, a.fields as concerned, a.reason from audit_act a
                where a.county_id = :county and a.actor_id = :person order by a.at, a.id
                """);
    }
}
