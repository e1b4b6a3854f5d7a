package feiyan.accounts;

import static java.util.stream.Collectors.toMap;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import feiyan.platform.OneLook;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons of a county: requesters, volunteers, staff. One mobile phone is one person. */
@Component
public class Persons {

    /** SQL of the name of {@code :person}, for a statement that asks for more; none for who was erased. */
    public static final String NAME = """
            select p.name from person p where p.county_id = :county and p.id = :person and p.erased_at is null""";

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final FieldCipher cipher;
    private final SensitiveViews views;
    private final MessageSource words;
    private final Transactions transactions;
    private final InstantSource clock;

    Persons(
            JdbcClient jdbc,
            PersonRows rows,
            FieldCipher cipher,
            SensitiveViews views,
            MessageSource words,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cipher = cipher;
        this.views = views;
        this.words = words;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody whose mobile phone the county knows already is that person, under the name it knows. */
    public Outcome<PersonId> register(CountyId county, String name, @Nullable Phone phone) {
        return PersonName.parse(name)
                .then(good -> registerAll(county, List.of(new NewPerson(good, phone))))
                .map(List::getFirst);
    }

    /** As {@link #register} for many at once, in one batch; the answer has their order. */
    public Outcome<List<PersonId>> registerAll(CountyId county, List<NewPerson> people) {
        return transactions.write(() -> Outcome.done(rows.insert(county, people, clock.instant())));
    }

    public Optional<Person> find(CountyId county, PersonId person) {
        return OneLook.once(List.of("person", county, person), () -> read(county, person));
    }

    private Optional<Person> read(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select id, name, account_id, phone_sealed is not null as has_phone
                        from person
                        where county_id = :county and id = :person and erased_at is null
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Persons::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                account == null ? null : new AccountId(account),
                row.getBoolean("has_phone"));
    }

    /** Many in one query; whoever was erased is not in it. */
    public Map<PersonId, Person> all(CountyId county, Collection<PersonId> people) {
        return jdbc
                .sql("""
                        select id, name, account_id, phone_sealed is not null as has_phone
                        from person
                        where county_id = :county and id = any(:people) and erased_at is null
                        """)
                .param("county", county.value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Persons::person)
                .list()
                .stream()
                .collect(toMap(Person::id, Function.identity()));
    }

    /** Names for a list, in one query; in the place of whoever was erased stands the word for it. */
    public Map<PersonId, String> names(CountyId county, Collection<PersonId> people) {
        var names = new HashMap<PersonId, String>();
        if (people.isEmpty()) {
            return names;
        }
        jdbc.sql("""
                        select id, case when erased_at is null then name end as name from person
                        where county_id = :county and id = any(:people)
                        """)
                .param("county", county.value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    var name = row.getString("name");
                    names.put(new PersonId(row.getObject("id", UUID.class)), name == null ? erased() : name);
                });
        return names;
    }

    private String erased() {
        return words.getMessage("person.erased", null, LocaleContextHolder.getLocale());
    }

    public Optional<PersonId> byPhone(CountyId county, Phone phone) {
        return jdbc.sql("""
                        select id from person
                        where county_id = :county and phone_key = :key and erased_at is null
                        """)
                .param("county", county.value())
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    public Outcome<PersonId> rename(CountyId county, PersonId person, String name) {
        return PersonName.parse(name)
                .then(good -> transactions.write(() -> {
                    var renamed = jdbc.sql("""
                            update person set name = :name
                            where county_id = :county and id = :person and erased_at is null
                            """)
                            .param("county", county.value())
                            .param("person", person.value())
                            .param("name", good)
                            .update();
                    return renamed == 1 ? Outcome.done(person) : Outcome.refused("person.gone");
                }));
    }

    /**
     * Opens a sealed phone. Whether the viewer may is the caller's decision; that somebody else's was seen stands in
     * the audit, in the same transaction.
     */
    public Optional<Phone> phone(CountyId county, PersonId person, PersonId viewer, @Nullable String reason) {
        var opened = transactions.write(() -> {
            var phone = openPhone(county, person);
            if (phone.isPresent() && !viewer.equals(person)) {
                views.record(county, viewer.value(), "person", person.value(), Set.of("phone"), reason);
            }
            return Outcome.done(phone);
        });
        return opened.orThrow();
    }

    /** Their own, where it stands for more than they said themselves: what others gave under it is shown for it. */
    public Optional<Phone> provenPhone(CountyId county, PersonId person) {
        var claimed = jdbc.sql("""
                        select exists (select 1 from person
                          where county_id = :county and id = :person and account_id in (%s))
                        """.formatted(Claims.OPEN))
                .param("county", county.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        return claimed ? Optional.empty() : phone(county, person, person, null);
    }

    private Optional<Phone> openPhone(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select phone_sealed from person
                        where county_id = :county and id = :person and phone_sealed is not null and erased_at is null
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(byte[].class)
                .optional()
                .map(value -> new Phone(cipher.open(county, PersonRows.PHONE, person.value(), value)));
    }
}
