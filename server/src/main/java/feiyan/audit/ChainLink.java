package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a county's chain.
 *
 * @param entry as it was written, with the unit at which it happened
 * @param about whose data it is, where it is somebody's
 * @param entryMac the entry's own keyed hash; null for one from before there were any
 */
record ChainLink(
        long seq, AuditEntry entry, @Nullable UUID about, byte @Nullable [] entryMac) {

    private static final byte[] NONE = {};

    /** Over this link and, by its hash, all before it. */
    byte[] mac(AuditMac macs, CountyId county, byte[] before) {
        return macs.of(
                before,
                ByteBuffer.allocate(Long.BYTES).putLong(seq).array(),
                entry.canonical(county),
                about == null ? NONE : bytes(about),
                entryMac == null ? NONE : entryMac);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
