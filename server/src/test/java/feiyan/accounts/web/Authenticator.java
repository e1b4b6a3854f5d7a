package feiyan.accounts.web;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** The app on a clerk's phone: it knows the secret as the page showed it, and the time. */
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    public static String number(String secret, Instant now) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(bytes(secret), generator.getAlgorithm()), now);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String secret) {
        var value = secret.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE32.indexOf(letter)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).add(digit));
        // A BigInteger may bring a sign byte or drop leading zeros; the secret has 20 bytes.
        var bytes = value.toByteArray();
        var twenty = new byte[20];
        var length = Math.min(20, bytes.length);
        System.arraycopy(bytes, bytes.length - length, twenty, 20 - length, length);
        return twenty;
    }
}
