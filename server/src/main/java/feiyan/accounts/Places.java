package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counties where an account can act, and its entry into one of them. */
@Component
public class Places {

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final Accounts accounts;
    private final Persons persons;
    private final ObjectProvider<CountyNames> counties;
    private final Transactions transactions;

    Places(
            JdbcClient jdbc,
            AccountRows rows,
            Accounts accounts,
            Persons persons,
            ObjectProvider<CountyNames> counties,
            Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.accounts = accounts;
        this.persons = persons;
        this.counties = counties;
        this.transactions = transactions;
    }

    /** All counties, by name; those where the account is somebody say who. */
    public List<Place> of(AccountId account) {
        var names = names();
        var known = known(account, names.keySet());
        return names.entrySet().stream()
                .map(county -> new Place(county.getKey(), county.getValue(), known.get(county.getKey())))
                .sorted(Comparator.comparing(Place::name))
                .toList();
    }

    /** One county's administrator must not open another county's door: the account is the same in all. */
    boolean isSomebodyOutside(CountyId county, AccountId account) {
        return of(account).stream()
                .anyMatch(place -> place.person() != null && !place.county().equals(county));
    }

    private Map<CountyId, String> names() {
        var known = counties.getIfAvailable();
        return known == null ? Map.of() : known.all();
    }

    /**
     * A person whom a clerk registered under this phone is the account's, though it never signed in yet: where a code
     * has proven the phone. Who only typed the number once is not taken for somebody else by it.
     */
    private Map<CountyId, PersonId> known(AccountId account, Collection<CountyId> counties) {
        var people = new HashMap<CountyId, PersonId>();
        jdbc.sql("""
                        select county_id, id from person
                        where county_id = any(:counties) and erased_at is null
                          and (account_id = :account or (account_id is null and phone_key =
                            (select phone_key from account where id = :account and phone_proven_at is not null)))
                        order by account_id nulls first
                        """)
                .param("counties", counties.stream().map(CountyId::value).toArray(Long[]::new))
                .param("account", account.value())
                .query(row -> {
                    people.put(new CountyId(row.getLong("county_id")), new PersonId(row.getObject("id", UUID.class)));
                });
        return people;
    }

    /**
     * Who the account is in this county, from now on.
     *
     * @param name for somebody who is nobody there yet; null where a known person is meant
     */
    public Outcome<PersonId> enter(AccountId account, CountyId county, @Nullable String name) {
        return transactions.write(
                () -> person(account, county, name).then(person -> accounts.link(county, person, account)));
    }

    private Outcome<PersonId> person(AccountId account, CountyId county, @Nullable String name) {
        if (!names().containsKey(county)) {
            return Outcome.refused("county.unknown");
        }
        var known = known(account, List.of(county)).get(county);
        if (known != null) {
            return Outcome.done(known);
        }
        return name == null ? Outcome.refused("person.none_here") : newcomer(account, county, name);
    }

    private Outcome<PersonId> newcomer(AccountId account, CountyId county, String name) {
        var phone = rows.phone(account);
        // Proven, it would have been found: somebody else may have it in hand.
        return persons.byPhone(county, phone).isPresent()
                ? Outcome.refused("account.phone_claimed")
                : persons.register(county, name, phone);
    }
}
