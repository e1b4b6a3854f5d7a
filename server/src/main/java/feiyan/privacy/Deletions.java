package feiyan.privacy;

import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Running;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.privacy.Deletion.Reason;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Being forgotten: asked by the person, or by an administrator for a guardian or the family of somebody who died; done
 * after some days in which it can be taken back.
 */
@Service
public class Deletions {

    private final DeletionRows rows;
    private final Erasures erasures;
    private final Reach reach;
    private final Persons persons;
    private final Policies policies;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    Deletions(
            DeletionRows rows,
            Erasures erasures,
            Reach reach,
            Persons persons,
            Policies policies,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.audit = audit;
        this.rows = rows;
        this.erasures = erasures;
        this.reach = reach;
        this.persons = persons;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    public int days(Actor actor) {
        return policies.of(actor.county()).get(Policy.DELETION_DAYS);
    }

    /** What must end before. */
    public List<Running> running(Actor actor) {
        return erasures.running(actor.county(), actor.person());
    }

    public Optional<Deletion> open(Actor actor) {
        return rows.open(actor.county(), actor.person());
    }

    /** Refused as {@code deletion.running} while orders or services run. Asking twice is asking once. */
    public Outcome<Deletion> ask(Actor actor) {
        return ask(actor, actor.person(), Reason.OWN_WISH);
    }

    /** For a minor's guardian, or for the family of somebody who died, who showed a paper. */
    public Outcome<Deletion> askFor(Actor administrator, PersonId person, Reason reason) {
        return reason == Reason.OWN_WISH || !reach.administers(administrator, person)
                ? Outcome.refused("deletion.not_yours")
                : ask(administrator, person, reason);
    }

    /** As {@link #askFor(Actor, PersonId, Reason)}; nobody learns whether somebody else's number is known. */
    public Outcome<Deletion> askFor(Actor administrator, Phone phone, Reason reason) {
        return persons.byPhone(administrator.county(), phone)
                .filter(person -> reach.administers(administrator, person))
                .map(person -> askFor(administrator, person, reason))
                .orElseGet(() -> Outcome.refused("deletion.nobody"));
    }

    private Outcome<Deletion> ask(Actor actor, PersonId person, Reason reason) {
        return transactions.write(() -> {
            var running = erasures.running(actor.county(), person);
            if (!running.isEmpty()) {
                return Outcome.refused("deletion.running");
            }
            var now = clock.instant();
            var due = now.plus(Duration.ofDays(days(actor)));
            var wish = new Deletion(new Deletion.Id(Ids.next()), person, reason, actor.person(), now, due);
            if (rows.insert(actor.county(), wish)) {
                noteDown(actor, AuditKind.DELETION_ASKED, person, reason.name());
            }
            return rows.open(actor.county(), person)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("deletion.begun"));
        });
    }

    /** What this administrator asked for, while it can be taken back. */
    public List<Deletion> askedFor(Actor administrator) {
        return rows.openBy(administrator.county(), administrator.person());
    }

    /** Whoever asked: a person takes back what an administrator asked for, too. */
    public Outcome<PersonId> withdraw(Actor actor) {
        return withdraw(actor, actor.person());
    }

    public Outcome<PersonId> withdrawFor(Actor administrator, PersonId person) {
        return reach.administers(administrator, person)
                ? withdraw(administrator, person)
                : Outcome.refused("deletion.not_yours");
    }

    private Outcome<PersonId> withdraw(Actor actor, PersonId person) {
        return transactions.write(() -> {
            if (!rows.withdraw(actor.county(), person, actor.person(), clock.instant())) {
                return Outcome.refused("deletion.begun");
            }
            noteDown(actor, AuditKind.DELETION_WITHDRAWN, person);
            return Outcome.done(person);
        });
    }

    private void noteDown(Actor actor, AuditKind kind, PersonId person, String... about) {
        var act = AuditAct.of(kind, actor.person().value()).to("person", person.value());
        audit.record(actor.county(), act.with(about));
    }
}
