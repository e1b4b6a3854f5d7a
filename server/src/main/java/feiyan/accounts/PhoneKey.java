package feiyan.accounts;

import feiyan.platform.FieldCipher;
import java.util.HexFormat;

/** The keyed hash by which a phone is found again without being readable. */
public record PhoneKey(String hex) {

    static PhoneKey of(FieldCipher cipher, Phone phone) {
        return ofBytes(cipher.fingerprint("phone", phone.digits()));
    }

    static PhoneKey ofBytes(byte[] bytes) {
        return new PhoneKey(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
