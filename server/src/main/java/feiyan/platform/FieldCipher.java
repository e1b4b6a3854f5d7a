package feiyan.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals single fields before they reach the database: phones, addresses, the words of a need. A sealed value names its
 * format, algorithm and key, so that keys and algorithms can change while old values stay readable; and it is bound to
 * its county, column and row, so that nobody with write access to the database can move it to where they may read it.
 */
@Component
public class FieldCipher {

    private static final byte FORMAT = 1;
    private static final int TAG_LENGTH = 1 + 1 + Integer.BYTES;
    // Keeps the two uses of the keyed hash apart: a stored fingerprint must never give a code away.
    private static final byte FOR_FINGERPRINT = 1;
    private static final byte FOR_CODE = 2;

    private final KeyRing keys;

    FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Seals for one place only.
     *
     * @param county null for what belongs to no county, such as an account's phone
     * @param column table and column: {@code person.phone}
     */
    public byte[] seal(@Nullable CountyId county, String column, UUID row, String clear) {
        return sealBytes(county, column, row, clear.getBytes(UTF_8));
    }

    /** As {@link #seal}, for what is no text: a photo, a voice. */
    public byte[] sealBytes(@Nullable CountyId county, String column, UUID row, byte[] clear) {
        var key = keys.current();
        var tag = tag(key);
        var sealed = key.seal(clear, context(tag, county, column, row));
        return ByteBuffer.allocate(tag.length + sealed.length)
                .put(tag)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this very place.
     *
     * @throws SealBroken where the value was changed or stems from another county, column or row
     * @throws KeyMissing where its key is not in the ring
     */
    public String open(@Nullable CountyId county, String column, UUID row, byte[] sealed) {
        return new String(openBytes(county, column, row, sealed), UTF_8);
    }

    public byte[] openBytes(@Nullable CountyId county, String column, UUID row, byte[] sealed) {
        try {
            var key = keyOf(sealed);
            var value = new byte[sealed.length - TAG_LENGTH];
            System.arraycopy(sealed, TAG_LENGTH, value, 0, value.length);
            return key.open(value, context(tag(key), county, column, row));
        } catch (SealBroken broken) {
            throw new SealBroken(column + " of row " + row + " cannot be opened: " + broken.getMessage(), broken);
        }
    }

    /** The same value for the same place, sealed by the present key. */
    byte[] reseal(@Nullable CountyId county, String column, UUID row, byte[] sealed) {
        return sealBytes(county, column, row, openBytes(county, column, row, sealed));
    }

    /**
     * Equal values have equal fingerprints, and nobody without the key can try values out: for look-ups and unique
     * keys.
     */
    public byte[] fingerprint(String purpose, String value) {
        return keys.mac(message(FOR_FINGERPRINT, purpose, value));
    }

    /** Digits that follow from a value and the key, and therefore need not be stored: a check-in code. */
    public String code(String purpose, String value, int digits) {
        if (digits < 1 || digits > 9) {
            throw new IllegalArgumentException("1 to 9 digits, not " + digits);
        }
        // 63 bits over at most 10^9 values: no digit is likelier than another by more than one in 10^9.
        long number =
                ByteBuffer.wrap(keys.mac(message(FOR_CODE, purpose, value))).getLong() & Long.MAX_VALUE;
        long values = (long) Math.pow(10, digits);
        return Long.toString(values + number % values).substring(1);
    }

    private SealingKey keyOf(byte[] sealed) {
        if (sealed.length < TAG_LENGTH || sealed[0] != FORMAT) {
            throw new SealBroken("not a sealed value of a known format", null);
        }
        var key = keys.key(ByteBuffer.wrap(sealed, 2, Integer.BYTES).getInt());
        if (key.algorithm() != sealed[1]) {
            throw new SealBroken("its key is for another algorithm", null);
        }
        return key;
    }

    private static byte[] tag(SealingKey key) {
        return ByteBuffer.allocate(TAG_LENGTH)
                .put(FORMAT)
                .put(key.algorithm())
                .putInt(key.id())
                .array();
    }

    private static byte[] context(byte[] tag, @Nullable CountyId county, String column, UUID row) {
        var name = column.getBytes(UTF_8);
        return ByteBuffer.allocate(tag.length + Long.BYTES + Integer.BYTES + name.length + 2 * Long.BYTES)
                .put(tag)
                .putLong(county == null ? 0 : county.value())
                .putInt(name.length)
                .put(name)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }

    private static byte[] message(byte use, String purpose, String value) {
        var first = purpose.getBytes(UTF_8);
        var second = value.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + first.length + second.length)
                .put(use)
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }
}
