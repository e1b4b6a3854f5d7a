package feiyan.privacy;

import feiyan.accounts.Consent;
import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.accounts.Running;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What somebody agreed to: given and taken back by themselves, or written down by their station. */
@Service
public class PersonalConsents {

    private final Consents consents;
    private final Erasures erasures;
    private final Reach reach;
    private final SensitiveViews views;
    private final AuditLog audit;
    private final Transactions transactions;

    PersonalConsents(
            Consents consents,
            Erasures erasures,
            Reach reach,
            SensitiveViews views,
            AuditLog audit,
            Transactions transactions) {
        this.audit = audit;
        this.consents = consents;
        this.erasures = erasures;
        this.reach = reach;
        this.views = views;
        this.transactions = transactions;
    }

    public List<Consent> history(Actor actor) {
        return consents.history(actor.county(), actor.person());
    }

    /** For the desk of the person's station; that it looked stands in the audit. */
    public Outcome<List<Consent>> history(Actor clerk, PersonId person) {
        return !reach.serves(clerk, person)
                ? Outcome.refused("consent.not_yours")
                : transactions.write(() -> {
                    views.record(
                            clerk.county(), clerk.person().value(), "person", person.value(), Set.of("consents"), null);
                    return Outcome.done(consents.history(clerk.county(), person));
                });
    }

    /** A guardian's word is not the person's own to give: {@code consent.guardian}. */
    public Outcome<PersonId> give(Actor actor, Purpose purpose) {
        return purpose.isGuardians()
                ? Outcome.refused("consent.guardian")
                : consents.give(actor.county(), actor.person(), purpose, How.PAGE, null);
    }

    /**
     * As it was said or signed at the desk.
     *
     * @param guardian who gave it for a minor; empty for a grown-up
     */
    public Outcome<PersonId> note(Actor clerk, PersonId person, Purpose purpose, How how, String guardian) {
        if (!reach.serves(clerk, person)) {
            return Outcome.refused("consent.not_yours");
        }
        if (how == How.PAGE) {
            return Outcome.refused("consent.say_how");
        }
        if (purpose.isGuardians() && guardian.isBlank()) {
            return Outcome.refused("consent.guardian_name");
        }
        return transactions.write(() -> {
            noteDown(clerk, AuditKind.CONSENT_NOTED, person, purpose);
            return consents.give(
                    clerk.county(), person, purpose, how, clerk.person(), guardian.isBlank() ? null : guardian);
        });
    }

    /**
     * Without a guardian's word a minor serves no more: refused as {@code consent.seats} while a service runs. Where
     * none stands there is nothing to take back, and nobody leaves the register by it: {@code consent.not_given}.
     */
    public Outcome<PersonId> withdraw(Actor actor, Purpose purpose) {
        return withdraw(actor, actor.person(), purpose);
    }

    public Outcome<PersonId> withdrawFor(Actor clerk, PersonId person, Purpose purpose) {
        return !reach.serves(clerk, person)
                ? Outcome.refused("consent.not_yours")
                : transactions.write(() -> {
                    noteDown(clerk, AuditKind.CONSENT_WITHDRAWN, person, purpose);
                    return withdraw(clerk, person, purpose);
                });
    }

    /** What staff do for somebody is told of; what somebody does for themselves stands in the consent's own row. */
    private void noteDown(Actor clerk, AuditKind kind, PersonId person, Purpose purpose) {
        var act = AuditAct.of(kind, clerk.person().value()).to("person", person.value());
        audit.record(clerk.county(), act.with(purpose.code()));
    }

    private Outcome<PersonId> withdraw(Actor actor, PersonId person, Purpose purpose) {
        return transactions.write(() -> {
            if (purpose.isGuardians() && !consents.has(actor.county(), person, purpose)) {
                return Outcome.refused("consent.not_given");
            }
            var serving = erasures.running(actor.county(), person).stream()
                    .map(Running::code)
                    .anyMatch(code -> code.equals("seats") || code.equals("teams"));
            return purpose == Purpose.GUARDIAN && serving
                    ? Outcome.refused("consent.seats")
                    : consents.withdraw(actor.county(), person, purpose, actor.person());
        });
    }
}
