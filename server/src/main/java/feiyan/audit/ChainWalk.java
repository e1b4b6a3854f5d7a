package feiyan.audit;

import feiyan.audit.ChainLinks.Found;
import feiyan.audit.Verdict.Fault;
import feiyan.platform.AuditEntry;
import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes along a chain, link by link, and stops at the first that does not fit. */
final class ChainWalk {

    private final AuditMac macs;
    private final CountyId county;
    private long seq;
    private byte[] before;
    /** Rows from before there were hashes come first; after the first that has one, each has one. */
    private boolean amongTheOldest = true;

    ChainWalk(AuditMac macs, CountyId county, ChainHead head) {
        this.macs = macs;
        this.county = county;
        this.seq = head.baseSeq();
        this.before = head.baseMac();
    }

    long seq() {
        return seq;
    }

    byte[] mac() {
        return before;
    }

    Optional<Verdict.Broken> step(Found found) {
        var fault = fault(found);
        if (fault != null) {
            var at = fault == Fault.LINK_MISSING ? seq + 1 : found.link().seq();
            var entry = fault == Fault.LINK_MISSING ? null : found.link().entry().id();
            return Optional.of(new Verdict.Broken(fault, at, entry));
        }
        seq = found.link().seq();
        before = found.mac();
        return Optional.empty();
    }

    private @Nullable Fault fault(Found found) {
        var link = found.link();
        if (link.seq() != seq + 1) {
            return Fault.LINK_MISSING;
        }
        var entry = found.entry();
        if (entry == null) {
            return Fault.ENTRY_GONE;
        }
        if (!isWhole(entry, link.entryMac())) {
            return link.entryMac() == null ? Fault.ENTRY_ADDED : Fault.ENTRY_CHANGED;
        }
        var same = WaitingEntries.placed(link.entry(), entry.unit()).equals(entry)
                && MessageDigest.isEqual(link.mac(macs, county, before), found.mac());
        return same ? null : Fault.LINK_CHANGED;
    }

    private boolean isWhole(AuditEntry entry, byte @Nullable [] mac) {
        if (mac == null) {
            return amongTheOldest;
        }
        amongTheOldest = false;
        return MessageDigest.isEqual(mac, macs.of(county, entry));
    }
}
