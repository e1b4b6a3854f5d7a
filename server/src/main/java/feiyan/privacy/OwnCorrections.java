package feiyan.privacy;

import feiyan.accounts.AccountId;
import feiyan.accounts.NewNumbers;
import feiyan.accounts.Person;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
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
    private final Transactions transactions;
    private final InstantSource clock;

    OwnCorrections(
            Persons persons,
            NewNumbers numbers,
            JdbcClient jdbc,
            FieldCipher cipher,
            Transactions transactions,
            InstantSource clock) {
        this.persons = persons;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome<PersonId> rename(Actor actor, String name) {
        return transactions.write(() -> {
            var before = persons.find(actor.county(), actor.person()).map(Person::name);
            return persons.rename(actor.county(), actor.person(), name).map(person -> {
                before.filter(old -> !old.equals(name.strip()))
                        .ifPresent(old -> note(actor.county(), person, "name", old, person));
                return person;
            });
        });
    }

    /** With the code that was sent to the new number: only who has it in hand can take it. */
    public Outcome<Phone> newPhone(Actor actor, AccountId account, Phone phone, String code) {
        return transactions.write(() -> {
            var before = persons.phone(actor.county(), actor.person(), actor.person(), null);
            return numbers.change(actor.county(), actor.person(), account, phone, code)
                    .map(changed -> {
                        note(
                                actor.county(),
                                actor.person(),
                                "phone",
                                before.map(Phone::digits).orElse(null),
                                actor.person());
                        return changed;
                    });
        });
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
