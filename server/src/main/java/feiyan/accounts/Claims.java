package feiyan.accounts;

import feiyan.platform.AuditKind;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers that somebody typed when they accepted an invitation, and nobody has proven since. Such an account opens what
 * it was invited to and nothing else. Whoever then comes by a code has the phone in hand, but may be somebody else: who
 * knows the password, too, is the one who claimed it; who does not lets the claim fall.
 */
@Component
public class Claims {

    static final String OPEN = "select id from account where phone_proven_at is null and password_hash is not null";

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Openings openings;
    private final Lanes lanes;
    private final AccountAudit audit;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource clock;

    Claims(
            JdbcClient jdbc,
            AccountRows accounts,
            Passwords passwords,
            Openings openings,
            Lanes lanes,
            AccountAudit audit,
            Tenants tenants,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.openings = openings;
        this.lanes = lanes;
        this.audit = audit;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** After a code. In a browser that passed the staff's sign-in, it is the claimant who has the phone in hand. */
    public boolean leavesOpen(AccountId account, Visit visit) {
        if (isOpen(account) && lanes.isKnown(accounts.phone(account), visit)) {
            prove(account);
        }
        return isOpen(account);
    }

    private boolean isOpen(AccountId account) {
        return jdbc.sql("select exists (select 1 from (%s) claim where id = :account)".formatted(OPEN))
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void prove(AccountId account) {
        jdbc.sql("update account set phone_proven_at = :now where id = :account")
                .param("now", DbTime.of(clock.instant()))
                .param("account", account.value())
                .update();
    }

    /** By whoever has just redeemed a code for the number and knows the password as well. */
    public Outcome<AccountId> keep(AccountId account, String password, Visit visit) {
        return passwords.check(accounts.phone(account), password, visit).map(right -> {
            prove(right);
            return right;
        });
    }

    /**
     * By whoever has just redeemed a code for the number and never claimed it. The persons stay what they are, with
     * their posts, and can be invited anew; nobody acts as them until then.
     */
    public Outcome<AccountId> drop(AccountId account) {
        return transactions.write(() -> {
            accounts.lock(account);
            if (!isOpen(account)) {
                return Outcome.refused("try_again");
            }
            audit.byStranger(account, AuditKind.PASSWORD_CHANGED, "number_not_mine");
            openings.endAll(account, Ending.PASSWORD);
            unlink(account);
            jdbc.sql("""
                            update account set password_hash = null, totp_sealed = null, totp_confirmed_at = null,
                              totp_last_step = null where id = :account
                            """).param("account", account.value()).update();
            prove(account);
            return Outcome.done(account);
        });
    }

    private void unlink(AccountId account) {
        jdbc.sql("""
                        update person set account_id = null, phone_key = null, phone_sealed = null
                        where county_id = any(:counties) and account_id = :account
                        """)
                .param("counties", tenants.all().stream().map(CountyId::value).toArray(Long[]::new))
                .param("account", account.value())
                .update();
    }
}
