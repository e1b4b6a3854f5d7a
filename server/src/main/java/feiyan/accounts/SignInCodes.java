package feiyan.accounts;

import feiyan.platform.AuditKind;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sign-in by text message. Whether a phone is known makes no difference to any answer: who proves an unknown one opens
 * an account for it.
 */
@Component
public class SignInCodes {

    static final Duration VALID = Duration.ofMinutes(5);
    static final Duration APART = Duration.ofMinutes(1);
    static final int ATTEMPTS = 5;
    /** Strict per phone and lane, since each message costs money and wakes somebody. */
    private static final List<Limit> PER_LANE = List.of(new Limit(5, Duration.ofHours(1)));
    /** All strangers together, from however many networks; its owner's own browser is not among them. */
    private static final List<Limit> PER_PHONE =
            List.of(new Limit(10, Duration.ofHours(1)), new Limit(30, Duration.ofHours(24)));
    /** Generous per address, since a village shares one. */
    private static final List<Limit> PER_ADDRESS = List.of(new Limit(200, Duration.ofHours(1)));

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));
    private static final String JUST_SENT = "sms.just_sent";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Logger LOG = LoggerFactory.getLogger(SignInCodes.class);

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Throttles throttles;
    private final Lanes lanes;
    private final AccountAudit audit;
    private final FieldCipher cipher;
    private final ObjectProvider<SmsSender> senders;
    private final Transactions transactions;
    private final InstantSource clock;

    SignInCodes(
            JdbcClient jdbc,
            AccountRows accounts,
            Throttles throttles,
            Lanes lanes,
            AccountAudit audit,
            FieldCipher cipher,
            ObjectProvider<SmsSender> senders,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.throttles = throttles;
        this.lanes = lanes;
        this.audit = audit;
        this.cipher = cipher;
        this.senders = senders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends a new code, which takes the place of an older one of the same asker. Each browser that asks has a code and
     * tries of its own: a stranger who asks for a neighbour's code spoils none of hers.
     */
    public Outcome<Phone> send(Phone phone, UUID asker, Visit visit) {
        var sender = senders.getIfAvailable();
        if (sender == null) {
            return Outcome.refused("sms.not_set_up");
        }
        if (!phone.isMobile()) {
            return Outcome.refused("phone.landline");
        }
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        var lane = lane(phone, visit);
        return transactions
                .write(() -> mayAsk(phone, lane, visit).then(taken -> keep(phone, asker, code)))
                .then(kept -> deliver(sender, kept, asker, lane, code));
    }

    private String lane(Phone phone, Visit visit) {
        return phone.digits() + " " + (lanes.isKnown(phone, visit) ? visit.device() : visit.network());
    }

    private Outcome<Boolean> mayAsk(Phone phone, String lane, Visit visit) {
        var strangers = lanes.isKnown(phone, visit)
                ? Outcome.done(true)
                : throttles
                        .take("sms.address", visit.network(), PER_ADDRESS)
                        .then(taken -> throttles.take("sms.phone", phone.digits(), PER_PHONE));
        return strangers
                .then(taken -> throttles.take("sms.lane", lane, PER_LANE))
                .then(taken -> throttles.take(JUST_SENT, lane, List.of(new Limit(1, APART))) instanceof Outcome.Done
                        ? Outcome.done(true)
                        : Outcome.refused("sign_in.code_just_sent"));
    }

    private Outcome<Phone> keep(Phone phone, UUID asker, String code) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into sign_in_code (phone_key, asker, code_hash, sent_at, expires_at)
                        values (:phone, :asker, :code, :now, :expires)
                        on conflict (phone_key, asker) do update
                        set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
                            expires_at = excluded.expires_at, attempts = 0
                        """)
                .param("phone", PhoneKey.of(cipher, phone).bytes())
                .param("asker", asker)
                .param("code", hash(phone, code))
                .param("now", DbTime.of(now))
                .param("expires", DbTime.of(now.plus(VALID)))
                .update();
        return Outcome.done(phone);
    }

    private byte[] hash(Phone phone, String code) {
        return cipher.fingerprint("sign_in_code", phone.digits() + " " + code);
    }

    /** Outside the transaction: a slow provider must not hold a row. */
    private Outcome<Phone> deliver(SmsSender sender, Phone phone, UUID asker, String lane, String code) {
        try {
            sender.send(phone, "accounts.sms.code", code, VALID.toMinutes());
            return Outcome.done(phone);
        } catch (SmsFailed failed) {
            LOG.warn("A sign-in code did not leave the house", failed);
            spend(phone, asker, hash(phone, code));
            throttles.forget(JUST_SENT, lane);
            return Outcome.refused("sms.failed");
        }
    }

    /** Of two who type the same code at once, one comes in. */
    public Outcome<AccountId> redeem(Phone phone, UUID asker, String typed) {
        var hash = hash(phone, typed.strip());
        var right = attempt(phone, asker);
        if (!isRight(right, hash)) {
            // Only while there is a code to guess at: so nobody fills a neighbour's audit.
            right.ifPresent(any ->
                    audit.byStranger(accounts.byPhone(phone).orElse(NOBODY), AuditKind.SIGN_IN_FAILED, "text_message"));
            return Outcome.refused("sign_in.code_wrong");
        }
        return transactions.write(() -> spend(phone, asker, hash)
                ? Outcome.done(accounts.openProven(phone))
                : Outcome.refused("sign_in.code_wrong"));
    }

    /** Proves that whoever typed the code has this phone in hand; opens nothing. */
    public Outcome<Phone> prove(Phone phone, UUID asker, String typed) {
        var hash = hash(phone, typed.strip());
        return isRight(attempt(phone, asker), hash) && spend(phone, asker, hash)
                ? Outcome.done(phone)
                : Outcome.refused("sign_in.code_wrong");
    }

    /**
     * The code there is. Counts before it is compared, in a statement of its own: no number of parallel guesses gets a
     * sixth try.
     */
    private Optional<byte[]> attempt(Phone phone, UUID asker) {
        return jdbc.sql("""
                        update sign_in_code set attempts = attempts + 1
                        where phone_key = :phone and asker = :asker and attempts < :attempts and expires_at > :now
                        returning code_hash
                        """)
                .param("phone", PhoneKey.of(cipher, phone).bytes())
                .param("asker", asker)
                .param("attempts", ATTEMPTS)
                .param("now", DbTime.of(clock.instant()))
                .query(byte[].class)
                .optional();
    }

    private static boolean isRight(Optional<byte[]> right, byte[] hash) {
        return right.filter(code -> MessageDigest.isEqual(code, hash)).isPresent();
    }

    private boolean spend(Phone phone, UUID asker, byte[] hash) {
        return jdbc.sql("delete from sign_in_code where phone_key = :phone and asker = :asker and code_hash = :code")
                        .param("phone", PhoneKey.of(cipher, phone).bytes())
                        .param("asker", asker)
                        .param("code", hash)
                        .update()
                == 1;
    }
}
