package feiyan.audit;

import feiyan.accounts.Limit;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Throttles;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Numbers that an auditor looks for: each is written down, and nobody goes through a telephone book. */
@Component
class AuditLookUps {

    private static final List<Limit> LOOKING =
            List.of(new Limit(30, Duration.ofHours(1)), new Limit(100, Duration.ofDays(1)));

    private static final String REASON = "audit";

    private final Throttles throttles;
    private final Persons persons;
    private final SensitiveViews views;
    private final FieldCipher cipher;
    private final Transactions transactions;

    AuditLookUps(
            Throttles throttles, Persons persons, SensitiveViews views, FieldCipher cipher, Transactions transactions) {
        this.throttles = throttles;
        this.persons = persons;
        this.views = views;
        this.cipher = cipher;
        this.transactions = transactions;
    }

    /** A number that leads to nobody is written down, too, by a key that only who holds ours could tell from it. */
    Outcome<Optional<UUID>> person(Actor actor, Phone phone) {
        return throttles
                .take("audit.look", actor.person().value().toString(), LOOKING)
                .then(taken -> transactions.write(() -> Outcome.done(found(actor, phone))));
    }

    private Optional<UUID> found(Actor actor, Phone phone) {
        var found = persons.byPhone(actor.county(), phone).map(person -> person.value());
        views.record(
                actor.county(),
                actor.person().value(),
                found.isPresent() ? "person" : "phone_number",
                found.orElseGet(() -> UUID.nameUUIDFromBytes(cipher.fingerprint("audit.look", phone.digits()))),
                Set.of("phone"),
                REASON);
        return found;
    }
}
