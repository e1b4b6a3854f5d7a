package feiyan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The secret that an authenticator app and the server share: 160 bits, as RFC 4226 advises, in Base32 for the app. */
record TotpSecret(String base32) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 32;
    /** Thirty seconds, six digits, SHA-1: the only profile that every app understands. */
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    static TotpSecret random(SecureRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new TotpSecret(text.toString());
    }

    /** The step whose number was typed; one step early or late is forgiven, since phones' clocks stray. */
    OptionalLong stepOf(String typed, Instant now) {
        long current = now.getEpochSecond() / seconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> MessageDigest.isEqual(number(step).getBytes(UTF_8), typed.getBytes(UTF_8)))
                .findFirst();
    }

    String number(long step) {
        try {
            var key = new SecretKeySpec(bytes(), GENERATOR.getAlgorithm());
            return GENERATOR.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * seconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long seconds() {
        return GENERATOR.getTimeStep().toSeconds();
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = held << 5 | ALPHABET.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "TotpSecret";
    }
}
