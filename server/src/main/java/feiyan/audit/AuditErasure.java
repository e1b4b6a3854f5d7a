package feiyan.audit;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The audit names nobody but by id, and is what proves that somebody was forgotten. */
@Component
class AuditErasure implements Erasure {

    @Override
    public Set<String> erases() {
        return Set.of();
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "audit_act", "the audit: who did what, by id",
                "audit_link", "the audit's chain: a row taken out would break it",
                "audit_waiting", "ids of rows that are still to be chained",
                "audit_head", "a hash over everybody's rows",
                "audit_day", "a hash over everybody's rows",
                "bulk_alarm", "the audit: who saw very much and what came of it, by id",
                "retention_hold", "who holds back which order, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        return false;
    }
}
