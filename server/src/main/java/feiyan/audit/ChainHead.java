package feiyan.audit;

import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import java.nio.ByteBuffer;

/**
 * Where a county's chain stands.
 *
 * @param baseSeq the last link that was let go, 0 where none was
 * @param seq the last link, {@code baseSeq} where there is none
 */
record ChainHead(long baseSeq, byte[] baseMac, long seq, byte[] linkMac) {

    static final ChainHead START = new ChainHead(0, new byte[0], 0, new byte[0]);

    /** Whoever shortens the chain at either end has to make this, and cannot. */
    byte[] mac(AuditMac macs, CountyId county) {
        var numbers = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(county.value())
                .putLong(baseSeq)
                .putLong(seq)
                .array();
        return macs.of(numbers, baseMac, linkMac);
    }

    ChainHead at(long last, byte[] mac) {
        return new ChainHead(baseSeq, baseMac, last, mac);
    }

    ChainHead from(long first, byte[] mac) {
        return new ChainHead(first, mac, seq, linkMac);
    }
}
