package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The row of a person on its way out. The number stays sealed in it until every module has found its rows by it; it is
 * the last thing to go.
 */
@Component
class Identities {

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Places places;
    private final Stays stays;
    private final KnownDevices devices;
    private final ApiTokens tokens;
    private final FieldCipher cipher;

    Identities(
            JdbcClient jdbc,
            AccountRows accounts,
            Places places,
            Stays stays,
            KnownDevices devices,
            ApiTokens tokens,
            FieldCipher cipher) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.places = places;
        this.stays = stays;
        this.devices = devices;
        this.tokens = tokens;
        this.cipher = cipher;
    }

    /**
     * Whoever writes a row that names this person waits until we are done, and we for them.
     *
     * @return false where the identity was closed before
     */
    boolean lockedOpen(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select erased_at is null from person where county_id = :county and id = :person for update
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void close(CountyId county, PersonId person, Instant now) {
        var account = account(county, person);
        jdbc.sql("""
                        update person set erased_at = coalesce(erased_at, :now), account_id = null, phone_key = null
                        where county_id = :county and id = :person
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .param("now", DbTime.of(now))
                .update();
        tokens.endAll(county, person, person);
        account.ifPresent(this::leave);
    }

    private Optional<AccountId> account(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select account_id from person
                        where county_id = :county and id = :person and account_id is not null
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Signed out everywhere. Whoever is somebody in another county keeps the account for that. */
    private void leave(AccountId account) {
        accounts.lock(account);
        stays.endAll(account, Ending.LEFT);
        devices.forgetAll(account);
        jdbc.sql("delete from password_reset where account_id = :account")
                .param("account", account.value())
                .update();
        if (places.of(account).stream().allMatch(place -> place.person() == null)) {
            accounts.close(account);
        }
    }

    Leaving leaving(CountyId county, PersonId person, Instant now) {
        var sealed = Objects.requireNonNull(jdbc.sql("""
                        select coalesce(phone_sealed, ''::bytea) from person
                        where county_id = :county and id = :person
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(byte[].class)
                .single());
        var phone =
                sealed.length == 0 ? null : new Phone(cipher.open(county, PersonRows.PHONE, person.value(), sealed));
        return new Leaving(county, person, phone, key(phone), now);
    }

    private @Nullable PhoneKey key(@Nullable Phone phone) {
        return phone == null ? null : PhoneKey.of(cipher, phone);
    }

    /** What is left is an id, and when it ended. */
    boolean forget(CountyId county, PersonId person) {
        return jdbc.sql("""
                        update person set name = '', phone_sealed = null, locale = 'zh-CN', elder_view = false
                        where county_id = :county and id = :person and erased_at is not null
                        """)
                        .param("county", county.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
