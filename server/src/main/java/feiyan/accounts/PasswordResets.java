package feiyan.accounts;

import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A new password by a link that an administrator hands over. The second step stays as it is: the link alone lets nobody
 * act as its owner where a second step is demanded.
 */
@Component
public class PasswordResets {

    private static final Duration VALID = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final ResetRows rows;
    private final Accounts accounts;
    private final Places places;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Transactions transactions;
    private final InstantSource clock;

    PasswordResets(
            JdbcClient jdbc,
            ResetRows rows,
            Accounts accounts,
            Places places,
            FieldCipher cipher,
            AuditLog audit,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.accounts = accounts;
        this.places = places;
        this.cipher = cipher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether {@code by} may do so is the caller's decision. An older link of the same account ends. */
    public Outcome<ResetLink> link(CountyId county, PersonId person, PersonId by) {
        var account = accounts.of(county, person);
        if (account.isEmpty()) {
            return Outcome.refused("account.none");
        }
        if (places.isSomebodyOutside(county, account.get())) {
            return Outcome.refused("account.elsewhere");
        }
        var token = new byte[32];
        RANDOM.nextBytes(token);
        return transactions.write(() -> {
            rows.endAll(account.get());
            audit.record(county, AuditKind.PASSWORD_LINK_MADE, by.value(), person.value());
            return Outcome.done(
                    keep(account.get(), Base64.getUrlEncoder().withoutPadding().encodeToString(token), by));
        });
    }

    private ResetLink keep(AccountId account, String token, PersonId by) {
        var expires = clock.instant().plus(VALID);
        jdbc.sql("""
                        insert into password_reset (token_hash, account_id, made_by, expires_at)
                        values (:token, :account, :by, :expires)
                        """)
                .param("token", hash(token))
                .param("account", account.value())
                .param("by", by.value())
                .param("expires", DbTime.of(expires))
                .update();
        return new ResetLink("/password-reset/" + token, expires);
    }

    private byte[] hash(String token) {
        return cipher.fingerprint("password_reset", token);
    }

    /** Whose link it is, while it can be used. */
    public Optional<AccountId> find(String token) {
        return jdbc.sql("""
                        select account_id from password_reset
                        where token_hash = :token and used_at is null and expires_at > :now
                        """)
                .param("token", hash(token))
                .param("now", DbTime.of(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** A password that breaks the rules leaves the link usable. */
    public Outcome<AccountId> use(String token, String password) {
        return transactions.write(() -> spend(token)
                .map(account -> accounts.setPassword(account, password))
                .orElseGet(() -> Outcome.refused("password.link_ended")));
    }

    private Optional<AccountId> spend(String token) {
        return jdbc.sql("""
                        update password_reset set used_at = :now
                        where token_hash = :token and used_at is null and expires_at > :now
                        returning account_id
                        """)
                .param("token", hash(token))
                .param("now", DbTime.of(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }
}
