package feiyan.accounts;

import feiyan.platform.AuditKind;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final Transactions transactions;
    private final InstantSource clock;

    Claims(
            JdbcClient jdbc,
            AccountRows accounts,
            Passwords passwords,
            Openings openings,
            Lanes lanes,
            AccountAudit audit,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.openings = openings;
        this.lanes = lanes;
        this.audit = audit;
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
     * their posts, and can be invited anew; nobody acts as them until then. County by county, since no transaction is
     * of two, and the account last: where this breaks off, the claim is open still and the next to come with a code
     * lets go of the rest.
     */
    public Outcome<AccountId> drop(AccountId account) {
        return whileOpen(account, () -> closed(account))
                .then(closed -> unlinked(account))
                .then(unlinked -> whileOpen(account, () -> handedOver(account)));
    }

    private Outcome<AccountId> whileOpen(AccountId account, Supplier<Outcome<AccountId>> step) {
        return transactions.write(() -> {
            accounts.lock(account);
            return isOpen(account) ? step.get() : Outcome.refused("try_again");
        });
    }

    /** Before anything else: whoever claimed it acts as nobody while the persons are let go. */
    private Outcome<AccountId> closed(AccountId account) {
        openings.endAll(account, Ending.PASSWORD);
        return Outcome.done(account);
    }

    private Outcome<AccountId> unlinked(AccountId account) {
        var so = Outcome.done(account);
        for (var county : audit.counties(account)) {
            so = so.then(far -> whileOpen(account, () -> unlinked(county, account)));
        }
        return so;
    }

    private Outcome<AccountId> unlinked(CountyId county, AccountId account) {
        jdbc.sql("""
                        update person set account_id = null, phone_key = null, phone_sealed = null
                        where county_id = :county and account_id = :account
                        returning id
                        """)
                .param("county", county.value())
                .param("account", account.value())
                .query(UUID.class)
                .list()
                .forEach(person -> audit.byStranger(county, person, AuditKind.PASSWORD_CHANGED, "number_not_mine"));
        return Outcome.done(account);
    }

    /** The claimant may have come back in meanwhile, and become somebody anew: then once more from the beginning. */
    private Outcome<AccountId> handedOver(AccountId account) {
        if (!audit.counties(account).isEmpty()) {
            return Outcome.refused("try_again");
        }
        openings.endAll(account, Ending.PASSWORD);
        jdbc.sql("""
                        update account set password_hash = null, totp_sealed = null, totp_confirmed_at = null,
                          totp_last_step = null where id = :account
                        """).param("account", account.value()).update();
        prove(account);
        return Outcome.done(account);
    }
}
