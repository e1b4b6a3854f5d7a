package feiyan.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random 96-bit nonce before each value. Random nonces are safe for 2^32 values a key (NIST SP
 * 800-38D, 8.3): centuries of a county's orders.
 */
final class AesKey implements SealingKey {

    static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec secret;
    private final int id;

    AesKey(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("an AES-256 key has " + LENGTH + " bytes, not " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, "AES");
        // The id follows from the key, so that a fresh key can never pass for a lost one.
        this.id = id(secret);
    }

    static int id(byte[] secret) {
        return ByteBuffer.wrap(hmac(secret, "id".getBytes(US_ASCII))).getInt();
    }

    static byte[] random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public byte algorithm() {
        return AES_256_GCM;
    }

    @Override
    public byte[] seal(byte[] clear, byte[] context) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(clear);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE) {
            throw new SealBroken("cut off", null);
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new SealBroken("changed, or not of this county, column and row", wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
