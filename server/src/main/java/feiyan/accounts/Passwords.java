package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.AuditKind;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The staff's first step. An unknown phone costs as long as a wrong password and gets the same answer. */
@Component
public class Passwords {

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Lanes lanes;
    private final Openings openings;
    private final FieldCipher cipher;
    private final AccountAudit audit;
    private final NamesNearby names;
    private final PasswordHashes hashes;

    Passwords(
            JdbcClient jdbc,
            AccountRows accounts,
            Lanes lanes,
            Openings openings,
            FieldCipher cipher,
            AccountAudit audit,
            NamesNearby names,
            PasswordHashes hashes) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.lanes = lanes;
        this.openings = openings;
        this.cipher = cipher;
        this.audit = audit;
        this.names = names;
        this.hashes = hashes;
    }

    private record Known(UUID account, @Nullable String hash) {}

    public Outcome<AccountId> check(Phone phone, String password, Visit visit) {
        return lanes.guess("password", phone, visit).then(taken -> {
            var known = jdbc.sql("select id as account, password_hash as hash from account where phone_key = :phone")
                    .param("phone", PhoneKey.of(cipher, phone).bytes())
                    .query(Known.class)
                    .optional()
                    .orElse(new Known(new UUID(0, 0), null));
            var right = hashes.isOf(password, known.hash);
            if (!right) {
                audit.byStranger(new AccountId(known.account), AuditKind.SIGN_IN_FAILED, "password");
                return Outcome.refused("sign_in.password_wrong");
            }
            lanes.forget("password", phone, visit);
            return Outcome.done(new AccountId(known.account));
        });
    }

    /** Within the caller's transaction. Sessions and tokens end with the old password. */
    Outcome<AccountId> set(AccountId account, String password) {
        return set(account, password, null);
    }

    /** @param here the sign-in that goes on, of whoever has just typed the old one */
    Outcome<AccountId> set(AccountId account, String password, @Nullable StayId here) {
        return rightFor(account, password).then(good -> {
            // A secret that no app confirmed may have been seen by whoever had the old password.
            jdbc.sql("""
                            update account set password_hash = :hash,
                              totp_sealed = case when totp_confirmed_at is not null then totp_sealed end
                            where id = :account
                            """)
                    .param("hash", hashes.of(good))
                    .param("account", account.value())
                    .update();
            openings.endAllBut(here, account, Ending.PASSWORD);
            audit.byOwner(account, AuditKind.PASSWORD_CHANGED, null);
            return Outcome.done(account);
        });
    }

    private Outcome<String> rightFor(AccountId account, String password) {
        return PasswordRules.check(password, accounts.phone(account)).then(good -> names.standInNone(good, account));
    }
}
