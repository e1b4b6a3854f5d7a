package feiyan.platform;

import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/**
 * The keyed hash over what was seen or done. Its key lies outside the database: whoever owns the database can change a
 * row, but cannot make the hash that would go with it.
 */
@Component
public class AuditMac {

    // Apart from the fingerprints and codes that the same key makes (FieldCipher): no search term is ever a link.
    private static final byte FOR_AUDIT = 3;

    private final KeyRing keys;

    AuditMac(KeyRing keys) {
        this.keys = keys;
    }

    public byte[] of(CountyId county, AuditEntry entry) {
        return of(entry.canonical(county));
    }

    public byte[] of(byte[]... parts) {
        int length = 1;
        for (var part : parts) {
            length += Integer.BYTES + part.length;
        }
        var message = ByteBuffer.allocate(length).put(FOR_AUDIT);
        for (var part : parts) {
            message.putInt(part.length).put(part);
        }
        return keys.mac(message.array());
    }
}
