package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * The way back for staff whose phone with the authenticator is gone: an administrator who has recognised them takes the
 * second step off, and they set up another at the next sign-in. The password stays, and opens nothing by itself until
 * then: all that is open ends, and the owner is told, who may not be the one who asked.
 */
@Component
public class LostAuthenticators {

    /** The subject is the person. */
    public static final String FORGOTTEN = "account.second_step_forgotten";

    private final Accounts accounts;
    private final AccountRows rows;
    private final Places places;
    private final Totps totps;
    private final Openings openings;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    LostAuthenticators(
            Accounts accounts,
            AccountRows rows,
            Places places,
            Totps totps,
            Openings openings,
            AuditLog audit,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.places = places;
        this.totps = totps;
        this.openings = openings;
        this.audit = audit;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is a second step to take off. */
    public boolean isSetUp(CountyId county, PersonId person) {
        return accounts.of(county, person).map(totps::isOn).orElse(false);
    }

    /** Whether {@code by} may do so is the caller's decision. Of two at once one does. */
    public Outcome<PersonId> forget(
            CountyId county, PersonId person, PersonId by, LostBecause why, Recognised recognised) {
        var account = accounts.of(county, person);
        if (account.isEmpty()) {
            return Outcome.refused("account.none");
        }
        return transactions.write(() -> takeOff(county, account.get()).map(done -> {
            audit.record(
                    county,
                    AuditAct.of(AuditKind.SECOND_STEP_FORGOTTEN, by.value())
                            .to("person", person.value())
                            .with(recognised.code())
                            .because(why.code()));
            outbox.tell(county, FORGOTTEN, person.value(), 1, clock.instant());
            return person;
        }));
    }

    private Outcome<AccountId> takeOff(CountyId county, AccountId account) {
        rows.lock(account);
        if (places.isSomebodyOutside(county, account)) {
            return Outcome.refused("second_step.elsewhere");
        }
        if (!totps.forget(account)) {
            return Outcome.refused("second_step.none");
        }
        openings.endAll(account, Ending.BY_ADMINISTRATOR);
        return Outcome.done(account);
    }
}
