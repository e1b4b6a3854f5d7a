package feiyan.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** 216 random bits, which are just the 36 signs of the session table's column; a random UUID has 122. */
@Component
class SessionIds implements SessionIdGenerator {

    private static final int BYTES = 27;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
