package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody has a new mobile phone. The account signs in with it from now on, in whichever county. */
@Component
public class NewNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(NewNumbers.class);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final AccountRows accounts;
    private final SignInCodes codes;
    private final Openings openings;
    private final ObjectProvider<SmsSender> senders;
    private final Transactions transactions;
    private final InstantSource clock;

    NewNumbers(
            JdbcClient jdbc,
            FieldCipher cipher,
            AccountRows accounts,
            SignInCodes codes,
            Openings openings,
            ObjectProvider<SmsSender> senders,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.accounts = accounts;
        this.codes = codes;
        this.openings = openings;
        this.senders = senders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Refused as {@code phone.taken} where somebody else is known under the number already: it may be the same human
     * being, registered at a counter, but that is for the station to find out. Whoever is signed in elsewhere is out,
     * machines too. Never within a transaction of the caller's: its end would take back that a wrong code was counted.
     *
     * @param here the sign-in that asks, which goes on
     * @param alongside what the caller writes about it, in the same transaction
     */
    public Outcome<Phone> change(SignedIn who, @Nullable StayId here, Phone phone, String code, Runnable alongside) {
        var before = accounts.phone(who.account());
        return codes.prove(phone, who.account().value(), code)
                .then(proven -> transactions.write(() -> {
                    account(who.account(), proven);
                    person(who, proven);
                    openings.endAllBut(here, who.account(), Ending.BY_OWNER);
                    alongside.run();
                    return Outcome.done(proven);
                }))
                .map(changed -> {
                    tell(before, changed);
                    return changed;
                });
    }

    private void account(AccountId account, Phone phone) {
        jdbc.sql("""
                        update account set phone_key = :key, phone_sealed = :sealed, phone_proven_at = :now
                        where id = :account
                        """)
                .param("account", account.value())
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .param("sealed", cipher.seal(null, AccountRows.PHONE, account.value(), phone.digits()))
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    private void person(SignedIn who, Phone phone) {
        jdbc.sql("""
                        update person set phone_key = :key, phone_sealed = :sealed
                        where county_id = :county and id = :person and erased_at is null
                        """)
                .param("county", who.countyId())
                .param("person", who.person().value())
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .param(
                        "sealed",
                        cipher.seal(who.county(), PersonRows.PHONE, who.person().value(), phone.digits()))
                .update();
    }

    /** Whoever still has the old one hears of it, and of no more than they need to see that it was not them. */
    private void tell(Phone before, Phone now) {
        try {
            senders.ifAvailable(sender -> sender.send(before, "accounts.sms.number_changed", now.masked()));
        } catch (SmsFailed failed) {
            LOG.warn("That a number changed was not told to the old one", failed);
        }
    }
}
