package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Tenants;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of accounts, one or thousands alike. Two who open an account for one phone at once get the same. */
@Component
class AccountRows {

    static final String PHONE = "account.phone";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Tenants tenants;
    private final InstantSource clock;

    AccountRows(JdbcTemplate batches, JdbcClient jdbc, FieldCipher cipher, Tenants tenants, InstantSource clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.tenants = tenants;
        this.clock = clock;
    }

    AccountId open(Phone phone) {
        insert(List.of(phone), null);
        return byPhone(phone).orElseThrow();
    }

    /** For whoever has the phone in hand. What somebody claimed with a password of their own is not proven by that. */
    AccountId openProven(Phone phone) {
        var account = open(phone);
        jdbc.sql("""
                        update account set phone_proven_at = :now
                        where id = :account and (password_hash is null or phone_proven_at is not null)
                        """)
                .param("now", DbTime.of(clock.instant()))
                .param("account", account.value())
                .update();
        return account;
    }

    private void insert(Collection<Phone> phones, @Nullable OffsetDateTime proven) {
        var now = DbTime.of(clock.instant());
        batches.batchUpdate(
                """
                insert into account (id, phone_key, phone_sealed, created_at, phone_proven_at) values (?, ?, ?, ?, ?)
                on conflict (phone_key) do nothing
                """, phones.stream().map(phone -> columns(phone, now, proven)).toList());
    }

    private @Nullable Object[] columns(Phone phone, OffsetDateTime now, @Nullable OffsetDateTime proven) {
        var id = Ids.next();
        var sealed = cipher.seal(null, PHONE, id, phone.digits());
        return new @Nullable Object[] {id, PhoneKey.of(cipher, phone).bytes(), sealed, now, proven};
    }

    Optional<AccountId> byPhone(Phone phone) {
        return jdbc.sql("select id from account where phone_key = :key")
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    Phone phone(AccountId account) {
        var sealed = jdbc.sql("select phone_sealed from account where id = :account")
                .param("account", account.value())
                .query(byte[].class)
                .single();
        return new Phone(cipher.open(null, PHONE, account.value(), sealed));
    }

    /** Until the transaction ends nobody else links or changes this account. */
    void lock(AccountId account) {
        if (!lockedIfThere(account)) {
            throw new IllegalStateException("no such account");
        }
    }

    boolean lockedIfThere(AccountId account) {
        return jdbc.sql("select id from account where id = :account for update")
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** No county has a person for it. One whom a counter registered under its number has none of it. */
    boolean isNobody(AccountId account) {
        return jdbc.sql("""
                        select not exists (
                          select 1 from person where county_id = any(:counties) and account_id = :account)
                        """)
                .param("counties", tenants.all().stream().map(CountyId::value).toArray(Long[]::new))
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Nobody is this account anywhere any more. */
    void close(AccountId account) {
        jdbc.sql("delete from known_device where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from password_reset where account_id = :account")
                .param("account", account.value())
                .update();
        // Also those that ended: a stay points at its account, and to a browser one that is gone is one that ended.
        jdbc.sql("delete from stay where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from sign_in_code where phone_key = (select phone_key from account where id = :account)")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from account where id = :account")
                .param("account", account.value())
                .update();
    }

    /** The county's word for it that these numbers are theirs. */
    Map<PersonId, AccountId> openFor(CountyId county, Collection<PersonId> people) {
        insert(phones(county, people).values(), DbTime.of(clock.instant()));
        linkByPhone(county, people);
        return linked(county, people);
    }

    private Map<PersonId, Phone> phones(CountyId county, Collection<PersonId> people) {
        var phones = new LinkedHashMap<PersonId, Phone>();
        jdbc.sql("""
                        select id, phone_sealed from person
                        where county_id = :county and id = any(:people)
                          and account_id is null and phone_key is not null
                        """)
                .param("county", county.value())
                .param("people", Accounts.values(people))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var digits = cipher.open(county, PersonRows.PHONE, id, row.getBytes("phone_sealed"));
                    phones.put(new PersonId(id), new Phone(digits));
                });
        return phones;
    }

    private void linkByPhone(CountyId county, Collection<PersonId> people) {
        jdbc.sql("""
                        update person set account_id = account.id
                        from account
                        where person.county_id = :county and person.id = any(:people)
                          and person.account_id is null and account.phone_key = person.phone_key
                          and account.phone_proven_at is not null
                        """)
                .param("county", county.value())
                .param("people", Accounts.values(people))
                .update();
    }

    private Map<PersonId, AccountId> linked(CountyId county, Collection<PersonId> people) {
        var accounts = new HashMap<PersonId, AccountId>();
        jdbc.sql("""
                        select id, account_id from person
                        where county_id = :county and id = any(:people) and account_id is not null
                        """)
                .param("county", county.value())
                .param("people", Accounts.values(people))
                .query(row -> {
                    accounts.put(
                            new PersonId(row.getObject("id", UUID.class)),
                            new AccountId(row.getObject("account_id", UUID.class)));
                });
        return accounts;
    }
}
