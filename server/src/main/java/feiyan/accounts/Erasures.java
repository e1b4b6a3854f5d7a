package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Forgets a person, module by module. First the identity is closed: from then on nobody signs in as this person, the
 * number is free for somebody new, and the name is shown nowhere. The rest follows in steps; interrupted, it is simply
 * begun again.
 */
@Component
public class Erasures {

    private final List<Erasure> modules;
    private final Identities identities;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    Erasures(
            List<Erasure> modules,
            Identities identities,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.audit = audit;
        this.modules = List.copyOf(modules);
        this.identities = identities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What must end before; empty where the person can be forgotten at once. */
    public List<Running> running(CountyId county, PersonId person) {
        return modules.stream()
                .flatMap(module -> module.running(county, person).stream())
                .toList();
    }

    /**
     * The point of no return, passed once: refused as {@code erasure.running} while something runs. Whoever takes part
     * in something new at this moment comes first or finds the person gone.
     */
    public Outcome<PersonId> begin(CountyId county, PersonId person) {
        return transactions.write(() -> {
            if (identities.lockedOpen(county, person)) {
                if (!running(county, person).isEmpty()) {
                    return Outcome.refused("erasure.running");
                }
                audit.record(county, AuditAct.of(AuditKind.DELETION_BEGUN, null).to("person", person.value()));
            }
            identities.close(county, person, clock.instant());
            return Outcome.done(person);
        });
    }

    /** Everything that is left of somebody whose identity is closed. */
    public void finish(CountyId county, PersonId person) {
        var leaving = identities.leaving(county, person, clock.instant());
        modules.forEach(module -> finish(module, leaving));
        transactions
                .write(() -> Outcome.done(identities.forget(county, person)))
                .orThrow();
    }

    private void finish(Erasure module, Leaving leaving) {
        boolean more = true;
        while (more) {
            more = transactions.write(() -> Outcome.done(module.step(leaving))).orThrow();
        }
    }
}
