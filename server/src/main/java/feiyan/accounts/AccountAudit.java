package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens to an account stands in the audit of each county where it is somebody: it opens the door to all. */
@Component
class AccountAudit {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final AuditLog audit;

    AccountAudit(JdbcClient jdbc, Tenants tenants, AuditLog audit) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.audit = audit;
    }

    private record Place(long countyId, UUID id) {}

    /** By its owner, as far as anybody can know. */
    void byOwner(AccountId account, AuditKind kind, @Nullable String how) {
        places(account)
                .forEach(place -> audit.record(
                        new CountyId(place.countyId),
                        AuditAct.of(kind, place.id).to("person", place.id).because(how)));
    }

    /** By somebody who was not let in: who it was is not known. */
    void byStranger(AccountId account, AuditKind kind, @Nullable String how) {
        places(account)
                .forEach(place -> audit.record(
                        new CountyId(place.countyId),
                        AuditAct.of(kind, null).to("person", place.id).because(how)));
    }

    private Iterable<Place> places(AccountId account) {
        return jdbc.sql("select county_id, id from person where county_id = any(:counties) and account_id = :account")
                .param("counties", tenants.all().stream().map(CountyId::value).toArray(Long[]::new))
                .param("account", account.value())
                .query((row, number) -> new Place(row.getLong("county_id"), row.getObject("id", UUID.class)))
                .list();
    }
}
