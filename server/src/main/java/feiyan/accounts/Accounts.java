package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can sign in, and as which person of a county. One mobile phone is one account. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final Persons persons;
    private final Passwords passwords;
    private final Transactions transactions;

    Accounts(JdbcClient jdbc, AccountRows rows, Persons persons, Passwords passwords, Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.persons = persons;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /**
     * An account and a person for somebody who holds an invitation. The phone is only claimed here, not proven: where
     * it is known already, its owner must sign in first, or an invitation would open a neighbour's account.
     */
    public Outcome<AccountId> openStaffAccount(CountyId county, String name, Phone phone, String password) {
        if (!phone.isMobile()) {
            return Outcome.refused("phone.landline");
        }
        return transactions.write(() -> {
            if (rows.byPhone(phone).isPresent()
                    || persons.byPhone(county, phone).isPresent()) {
                return Outcome.refused("account.phone_known");
            }
            var account = rows.open(phone);
            return persons.register(county, name, phone)
                    .then(person -> link(county, person, account))
                    .then(person -> passwords.set(account, password));
        });
    }

    /** The accounts of many persons, opened where there is none; persons without a mobile phone get none. */
    public Map<PersonId, AccountId> openFor(CountyId county, Collection<PersonId> people) {
        return transactions
                .write(() -> Outcome.done(rows.openFor(county, people)))
                .orThrow();
    }

    public Optional<AccountId> of(CountyId county, PersonId person) {
        return persons.find(county, person).flatMap(found -> Optional.ofNullable(found.account()));
    }

    /** From now on the account acts as this person in this county; each can be linked once. */
    public Outcome<PersonId> link(CountyId county, PersonId person, AccountId account) {
        return transactions.write(() -> {
            rows.lock(account);
            var linked = jdbc.sql("""
                            update person set account_id = :account
                            where county_id = :county and id = :person and erased_at is null
                              and (account_id is null or account_id = :account)
                              and not exists (
                                select 1 from person other
                                where other.county_id = :county and other.account_id = :account
                                  and other.id <> :person)
                            """)
                    .param("county", county.value())
                    .param("person", person.value())
                    .param("account", account.value())
                    .update();
            return linked == 1 ? Outcome.done(person) : Outcome.refused("account.linked_already");
        });
    }

    /** The account's own mobile phone, masked: enough for its owner to see which account this is. */
    public String maskedPhone(AccountId account) {
        return rows.phone(account).masked();
    }

    /** For sending a code to the account's own phone; never shown. */
    public Phone phone(AccountId account) {
        return rows.phone(account);
    }

    /** Whether the account can sign in as staff; residents have none. */
    public boolean hasPassword(AccountId account) {
        return jdbc.sql("select exists (select 1 from account where id = :account and password_hash is not null)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Which password and number it is that open the account; another after each change. Whoever is half way in has to
     * find the one that they began with.
     */
    public OptionalInt credentials(AccountId account) {
        return jdbc
                .sql("select credentials from account where id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** For the account's owner; whoever is signed in with it elsewhere is signed out. */
    public Outcome<AccountId> setPassword(AccountId account, String password) {
        return transactions.write(() -> passwords.set(account, password));
    }

    /**
     * By the owner, who knows the one that was: whoever merely sits at an open desk does not. Guesses count as at the
     * door.
     *
     * @param here the sign-in that goes on; all others end
     */
    public Outcome<AccountId> changePassword(
            AccountId account, @Nullable StayId here, String current, String next, Visit visit) {
        // Outside the transaction: a wrong password must stay counted.
        return passwords
                .check(rows.phone(account), current, visit)
                .then(owner -> transactions.write(() -> passwords.set(owner, next, here)));
    }

    static UUID[] values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
