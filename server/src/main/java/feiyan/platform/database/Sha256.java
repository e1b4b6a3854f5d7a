package feiyan.platform.database;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum of the backup's files. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
