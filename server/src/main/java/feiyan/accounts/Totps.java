package feiyan.accounts;

import feiyan.platform.AuditKind;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The staff's second step: a number from an authenticator app (RFC 6238). */
@Component
public class Totps {

    private static final String SECRET = "account.totp";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Lanes lanes;
    private final Policies policies;
    private final FieldCipher cipher;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    Totps(
            JdbcClient jdbc,
            AccountRows accounts,
            Lanes lanes,
            Policies policies,
            FieldCipher cipher,
            AccountAudit audit,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.lanes = lanes;
        this.policies = policies;
        this.cipher = cipher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who once set it up is always asked; a county can demand that everybody does. */
    public SecondStep demanded(AccountId account, CountyId county) {
        if (isOn(account)) {
            return SecondStep.NUMBER;
        }
        return policies.of(county).get(Policy.STAFF_TOTP) ? SecondStep.SET_UP : SecondStep.NONE;
    }

    public boolean isOn(AccountId account) {
        return jdbc.sql("select totp_confirmed_at is not null from account where id = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Until it is confirmed the secret stays the same, so that a page loaded again still fits the app's entry. */
    public Outcome<TotpSetup> begin(AccountId account) {
        return transactions.write(() -> {
            accounts.lock(account);
            if (isOn(account)) {
                return Outcome.refused("totp.on_already");
            }
            var known = secret(account);
            var secret = known == null ? keepNew(account) : known;
            return Outcome.done(TotpQr.setup(secret, accounts.phone(account).masked()));
        });
    }

    private @Nullable TotpSecret secret(AccountId account) {
        return jdbc.sql("select totp_sealed from account where id = :account and totp_sealed is not null")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .map(value -> new TotpSecret(cipher.open(null, SECRET, account.value(), value)))
                .orElse(null);
    }

    private TotpSecret keepNew(AccountId account) {
        var secret = TotpSecret.random(RANDOM);
        jdbc.sql("update account set totp_sealed = :sealed, totp_last_step = null where id = :account")
                .param("sealed", cipher.seal(null, SECRET, account.value(), secret.base32()))
                .param("account", account.value())
                .update();
        return secret;
    }

    /** The first right number proves that the app knows the secret; from then on it is asked for. */
    public Outcome<AccountId> confirm(AccountId account, String typed, Visit visit) {
        return check(account, typed, visit)
                .then(right -> transactions.write(() -> {
                    jdbc.sql(
                                    "update account set totp_confirmed_at = :now where id = :account and totp_confirmed_at is null")
                            .param("now", DbTime.of(clock.instant()))
                            .param("account", account.value())
                            .update();
                    audit.byOwner(account, AuditKind.SECOND_STEP_SET_UP, null);
                    return Outcome.done(account);
                }));
    }

    /** Each number is good once: whoever looked over a shoulder comes too late. */
    public Outcome<AccountId> check(AccountId account, String typed, Visit visit) {
        var phone = accounts.phone(account);
        return lanes.guess("totp", phone, visit).then(taken -> {
            var secret = secret(account);
            var step = secret == null ? OptionalLong.empty() : secret.stepOf(typed.strip(), clock.instant());
            if (step.isEmpty()) {
                audit.byStranger(account, AuditKind.SECOND_STEP_FAILED, null);
                return Outcome.refused("totp.wrong");
            }
            return spend(account, step.getAsLong()).map(spent -> {
                lanes.forget("totp", phone, visit);
                return spent;
            });
        });
    }

    private Outcome<AccountId> spend(AccountId account, long step) {
        var spent = jdbc.sql("""
                        update account set totp_last_step = :step
                        where id = :account and (totp_last_step is null or totp_last_step < :step)
                        """)
                .param("step", step)
                .param("account", account.value())
                .update();
        return spent == 1 ? Outcome.done(account) : Outcome.refused("totp.used");
    }

    /** False where none was set up. Within the caller's transaction. */
    boolean forget(AccountId account) {
        return jdbc.sql("""
                        update account set totp_sealed = null, totp_confirmed_at = null, totp_last_step = null
                        where id = :account and totp_confirmed_at is not null
                        """).param("account", account.value()).update() == 1;
    }
}
