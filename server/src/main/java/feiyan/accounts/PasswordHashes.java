package feiyan.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What is kept of a password: Argon2id, which takes its time on purpose. */
@Component
class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** 19 MiB, 2 passes, 1 lane: OWASP's first choice for Argon2id. */
    private static final PasswordEncoder OURS = encoder(19 * 1024, 2);

    /** Of 32 random bytes that were kept nowhere. Written down, since to make one takes long, and each start would. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$oMzGwMPFcT5oawiuKrAEew$IqyGRAeYFTYhDk/RIV5+kjuBMMUKgr0+kJ08SVHJDSA";

    private final PasswordEncoder encoder;

    @Autowired
    PasswordHashes() {
        this(OURS);
    }

    PasswordHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** @param kibibytes of memory that each try takes */
    static PasswordEncoder encoder(int kibibytes, int passes) {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, kibibytes, passes);
    }

    String of(String password) {
        return encoder.encode(password);
    }

    /** As long with no hash as with another's, so that the time does not tell whether there is one. */
    boolean isOf(String password, @Nullable String hash) {
        return encoder.matches(password, hash == null ? NOBODYS : hash) && hash != null;
    }
}
