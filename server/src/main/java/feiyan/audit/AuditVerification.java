package feiyan.audit;

import feiyan.audit.Verdict.Broken;
import feiyan.audit.Verdict.Fault;
import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Looks through a county's whole chain, and names the first row that does not fit. */
@Component
public class AuditVerification {

    private static final int AT_ONCE = 2000;

    private final ChainHeads heads;
    private final ChainLinks links;
    private final AuditDays days;
    private final AuditMac macs;

    AuditVerification(ChainHeads heads, ChainLinks links, AuditDays days, AuditMac macs) {
        this.heads = heads;
        this.links = links;
        this.days = days;
        this.macs = macs;
    }

    public Verdict verify(CountyId county) {
        var found = heads.find(county).orElse(new ChainHeads.Found(ChainHead.START, true));
        var head = found.head();
        var walk = new ChainWalk(macs, county, head);
        var broken = walked(county, head, walk)
                .or(() -> ends(head, walk, found.ours()))
                .or(() -> beside(county));
        if (broken.isPresent() && wasShortened(county, head)) {
            return verify(county);
        }
        return broken.<Verdict>map(Function.identity())
                .orElseGet(
                        () -> new Verdict.Sound(head.seq() - head.baseSeq(), head.seq(), HeadCode.of(head.linkMac())));
    }

    /** What was let go while we looked is no fault. */
    private boolean wasShortened(CountyId county, ChainHead seen) {
        return heads.find(county)
                .filter(now -> now.ours() && now.head().baseSeq() > seen.baseSeq())
                .isPresent();
    }

    private Optional<Broken> walked(CountyId county, ChainHead head, ChainWalk walk) {
        var printed = new HashMap<Long, byte[]>();
        days.all(county).forEach(day -> printed.put(day.seq(), day.mac()));
        while (walk.seq() < head.seq()) {
            var page = links.after(county, walk.seq(), head.seq(), AT_ONCE);
            for (var link : page) {
                var broken = walk.step(link).or(() -> otherThanPrinted(walk, printed));
                if (broken.isPresent()) {
                    return broken;
                }
            }
            if (page.isEmpty()) {
                return Optional.of(new Broken(Fault.LINK_MISSING, walk.seq() + 1, null));
            }
        }
        return laterThanEnd(head, printed);
    }

    private static Optional<Broken> otherThanPrinted(ChainWalk walk, Map<Long, byte[]> printed) {
        var then = printed.get(walk.seq());
        return then == null || MessageDigest.isEqual(then, walk.mac())
                ? Optional.empty()
                : Optional.of(new Broken(Fault.DAY_CHANGED, walk.seq(), null));
    }

    /** A day that ended further on than the chain now does: its end was cut off. */
    private static Optional<Broken> laterThanEnd(ChainHead head, Map<Long, byte[]> printed) {
        return printed.keySet().stream()
                .filter(seq -> seq > head.seq())
                .min(Long::compare)
                .map(seq -> new Broken(Fault.DAY_CHANGED, seq, null));
    }

    private static Optional<Broken> ends(ChainHead head, ChainWalk walk, boolean ours) {
        return ours && MessageDigest.isEqual(head.linkMac(), walk.mac())
                ? Optional.empty()
                : Optional.of(new Broken(Fault.HEAD_CHANGED, head.seq(), null));
    }

    private Optional<Broken> beside(CountyId county) {
        return links.strangers(county).stream()
                .map(entry -> new Broken(Fault.ENTRY_ADDED, 0, entry))
                .findFirst()
                .or(() -> links.lost(county).stream()
                        .map(entry -> new Broken(Fault.ENTRY_GONE, 0, entry))
                        .findFirst());
    }
}
