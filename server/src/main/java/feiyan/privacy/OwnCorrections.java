package feiyan.privacy;

import feiyan.accounts.NewNumbers;
import feiyan.accounts.Person;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stay.StayId;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What somebody puts right themselves. What stood there before is kept, sealed, until the person is forgotten. */
@Service
public class OwnCorrections {

    static final String OLD_VALUE = "person_correction.old_value";

    private final Persons persons;
    private final NewNumbers numbers;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Transactions transactions;
    private final InstantSource clock;

    OwnCorrections(
            Persons persons,
            NewNumbers numbers,
            JdbcClient jdbc,
            FieldCipher cipher,
            AuditLog audit,
            Transactions transactions,
            InstantSource clock) {
        this.persons = persons;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome<PersonId> rename(Actor actor, String name) {
        return transactions.write(() -> {
            var before = persons.find(actor.county(), actor.person()).map(Person::name);
            return persons.rename(actor.county(), actor.person(), name).map(person -> {
                before.filter(old -> !old.equals(name.strip())).ifPresent(old -> {
                    note(actor.county(), person, "name", old, person);
                    own(actor.county(), person, "name");
                });
                return person;
            });
        });
    }

    /**
     * With the code that was sent to the new number: only who has it in hand can take it.
     *
     * @param here the sign-in that asks, which goes on; all others end
     */
    public Outcome<Phone> newPhone(SignedIn who, @Nullable StayId here, Phone phone, String code) {
        var before = persons.phone(who.county(), who.person(), who.person(), null)
                .map(Phone::digits)
                .orElse(null);
        // In no transaction of ours: a wrong code must stay counted.
        return numbers.change(who, here, phone, code, () -> {
            note(who.county(), who.person(), "phone", before, who.person());
            own(who.county(), who.person(), "phone");
        });
    }

    private void own(CountyId county, PersonId person, String field) {
        audit.record(
                county,
                AuditAct.of(AuditKind.CORRECTED, person.value())
                        .to("person", person.value())
                        .because(field));
    }

    void note(CountyId county, PersonId person, String field, @Nullable String before, PersonId by) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into person_correction (county_id, id, person_id, field, old_value, corrected_by, at)
                        values (:county, :id, :person, :field, :old, :by, :now)
                        """)
                .param("county", county.value())
                .param("id", id)
                .param("person", person.value())
                .param("field", field)
                .param("old", before == null ? null : cipher.seal(county, OLD_VALUE, id, before), java.sql.Types.BINARY)
                .param("by", by.value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }
}
