package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    private final ResetRows resets;
    private final Stays stays;
    private final KnownDevices devices;
    private final ApiTokens tokens;
    private final FieldCipher cipher;

    Identities(
            JdbcClient jdbc,
            AccountRows accounts,
            ResetRows resets,
            Stays stays,
            KnownDevices devices,
            ApiTokens tokens,
            FieldCipher cipher) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.resets = resets;
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

    /** A number that was only claimed finds nothing: else its owner's rows would go with whoever typed it. */
    void close(CountyId county, PersonId person, Instant now) {
        var account = account(county, person);
        jdbc.sql("""
                        update person set erased_at = coalesce(erased_at, :now), account_id = null, phone_key = null,
                          phone_sealed = case when account_id = (%s and account.id = person.account_id)
                            then null else phone_sealed end
                        where county_id = :county and id = :person
                        """.formatted(Claims.OPEN))
                .param("county", county.value())
                .param("person", person.value())
                .param("now", DbTime.of(now))
                .update();
        tokens.endAll(county, person, person);
        account.ifPresent(this::leave);
    }

    /** @param linked whether it acted as this person; else it has the same number, and may be somebody elsewhere */
    private record Left(UUID account, boolean linked) {}

    private Optional<Left> account(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select a.id as account, p.account_id is not null as linked
                        from person p
                        join account a on a.id = p.account_id or (p.account_id is null and a.phone_key = p.phone_key)
                        where p.county_id = :county and p.id = :person
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Left.class)
                .optional();
    }

    /** Signed out everywhere. Whoever is somebody in another county keeps the account for that. */
    private void leave(Left left) {
        var account = new AccountId(left.account);
        accounts.lock(account);
        var nobody = accounts.isNobody(account);
        if (left.linked || nobody) {
            stays.endAll(account, Ending.LEFT);
            devices.forgetAll(account);
            resets.endAll(account);
        }
        if (nobody) {
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
        return new Leaving(county, person, phone, now);
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
