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
 * For whoever cannot end the own sign-ins, since the one device that was signed in is gone: somebody who has recognised
 * them does. Why, by whom and how they knew is written down, and the owner is told, who may not be the one who asked.
 */
@Component
public class SignInsOfOthers {

    /** The subject is the person. */
    public static final String ENDED = "account.sign_ins_ended";

    private final Stays stays;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    SignInsOfOthers(Stays stays, AuditLog audit, Outbox outbox, Transactions transactions, InstantSource clock) {
        this.stays = stays;
        this.audit = audit;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * All of this county; how many there were. Where there is none nothing happened: of two who do it at once, one did.
     * Whether {@code by} may do so is the caller's decision.
     */
    public Outcome<Integer> end(
            CountyId county, PersonId person, PersonId by, SignInsBecause why, Recognised recognised) {
        return transactions.write(() -> stays.endOf(county, person, Ending.BY_ADMINISTRATOR)
                .map(ended -> {
                    if (ended > 0) {
                        tell(county, person, by, why, recognised);
                    }
                    return ended;
                }));
    }

    private void tell(CountyId county, PersonId person, PersonId by, SignInsBecause why, Recognised recognised) {
        audit.record(
                county,
                AuditAct.of(AuditKind.SIGN_INS_ENDED, by.value())
                        .to("person", person.value())
                        .with(recognised.code())
                        .because(why.code()));
        outbox.tell(county, ENDED, person.value(), 1, clock.instant());
    }
}
