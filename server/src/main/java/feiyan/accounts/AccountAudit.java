package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens to an account stands in the audit of each county where it is somebody: it opens the door to all. */
@Component
class AccountAudit {

    private static final Logger LOG = LoggerFactory.getLogger(AccountAudit.class);

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final AuditLog audit;
    private final AccountActs acts;

    AccountAudit(JdbcClient jdbc, Tenants tenants, AuditLog audit, AccountActs acts) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.audit = audit;
        this.acts = acts;
    }

    private record Place(long countyId, UUID id) {

        CountyId county() {
            return new CountyId(countyId);
        }
    }

    /** By its owner, as far as anybody can know. */
    void byOwner(AccountId account, AuditKind kind, @Nullable String how) {
        note(places(account), kind, true, how);
    }

    /** By somebody who was not let in: who it was is not known. */
    void byStranger(AccountId account, AuditKind kind, @Nullable String how) {
        note(places(account), kind, false, how);
    }

    /** As {@link #byStranger(AccountId, AuditKind, String)}, of one of its persons in a transaction of their county. */
    void byStranger(CountyId county, UUID person, AuditKind kind, @Nullable String how) {
        audit.record(county, AuditAct.of(kind, null).to("person", person).because(how));
    }

    /** Where it is somebody. */
    List<CountyId> counties(AccountId account) {
        return places(account).stream().map(Place::county).toList();
    }

    /** Where nobody has the number there is no county to tell; that somebody tried is still in the operator's log. */
    private static void noteUnknown(AuditKind kind, @Nullable String how) {
        LOG.info("{} for nobody who is known, {}", kind.code(), how);
    }

    /** Of several counties none may be written to in the transaction that is under way: it may be another's. */
    private void note(List<Place> places, AuditKind kind, boolean byOwner, @Nullable String how) {
        if (places.isEmpty()) {
            noteUnknown(kind, how);
        }
        if (places.size() > 1 && TransactionSynchronizationManager.isActualTransactionActive()) {
            places.forEach(place -> acts.add(place.county(), place.id, kind, byOwner, how));
        } else {
            places.forEach(place -> audit.record(
                    place.county(),
                    AuditAct.of(kind, byOwner ? place.id : null)
                            .to("person", place.id)
                            .because(how)));
        }
    }

    private List<Place> places(AccountId account) {
        return jdbc.sql("select county_id, id from person where county_id = any(:counties) and account_id = :account")
                .param("counties", tenants.all().stream().map(CountyId::value).toArray(Long[]::new))
                .param("account", account.value())
                .query((row, number) -> new Place(row.getLong("county_id"), row.getObject("id", UUID.class)))
                .list();
    }
}
