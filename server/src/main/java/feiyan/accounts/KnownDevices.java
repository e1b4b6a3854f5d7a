package feiyan.accounts;

import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The browsers on which an account's owner has been. They open nothing; but tries from them count for themselves, so
 * that no stranger's tries keep the owner out.
 */
@Component
class KnownDevices {

    /** As long as a browser keeps a cookie at most. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final InstantSource clock;

    KnownDevices(JdbcClient jdbc, FieldCipher cipher, InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    static String newOne() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void remember(AccountId account, String device) {
        jdbc.sql("""
                        insert into known_device (account_id, device_hash, seen_at) values (:account, :device, :now)
                        on conflict (account_id, device_hash) do update set seen_at = excluded.seen_at
                        """)
                .param("account", account.value())
                .param("device", hash(device))
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    /** Whether the phone's owner has been here. */
    boolean knows(Phone phone, @Nullable String device) {
        return device != null
                && jdbc.sql("""
                                select exists (select 1 from known_device d join account a on a.id = d.account_id
                                  where a.phone_key = :phone and d.device_hash = :device and d.seen_at > :since)
                                """)
                        .param("phone", PhoneKey.of(cipher, phone).bytes())
                        .param("device", hash(device))
                        .param("since", DbTime.of(clock.instant().minus(KEPT)))
                        .query(Boolean.class)
                        .single();
    }

    /** After a new password: whoever needed it may have been on one of them. */
    void forgetAll(AccountId account) {
        jdbc.sql("delete from known_device where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private byte[] hash(String device) {
        return cipher.fingerprint("known_device", device);
    }
}
