package feiyan.audit;

import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts what was seen and done into the county's chain, a moment after it was written and in batches: nobody who looks
 * something up waits for the chain. Of several instances one at a time does a county.
 */
@Component
public class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int AT_ONCE = 500;

    private final Tenants tenants;
    private final Transactions transactions;
    private final WaitingEntries waiting;
    private final ChainHeads heads;
    private final ChainLinks links;
    private final BulkViews bulk;
    private final AuditMac macs;

    AuditSealer(
            Tenants tenants,
            Transactions transactions,
            WaitingEntries waiting,
            ChainHeads heads,
            ChainLinks links,
            BulkViews bulk,
            AuditMac macs) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.waiting = waiting;
        this.heads = heads;
        this.links = links;
        this.bulk = bulk;
        this.macs = macs;
    }

    @Scheduled(fixedDelayString = "${feiyan.audit.every:1s}")
    void work() {
        for (var county : tenants.all()) {
            try {
                sealAll(county);
            } catch (RuntimeException failure) {
                LOG.error("The audit of county {} was not chained; it is tried again", county, failure);
            }
        }
    }

    /** All that waits now; the number of links. */
    public int sealAll(CountyId county) {
        int all = 0;
        int sealed;
        do {
            sealed = sealBatch(county);
            all += sealed;
        } while (sealed == AT_ONCE);
        return all;
    }

    private int sealBatch(CountyId county) {
        return transactions
                .write(() -> Outcome.done(
                        heads.hold(county).map(head -> seal(county, head)).orElse(0)))
                .orThrow();
    }

    private int seal(CountyId county, ChainHead head) {
        var entries = waiting.next(county, AT_ONCE);
        if (entries.isEmpty()) {
            return 0;
        }
        var chained = new ArrayList<ChainLink>();
        var hashes = new ArrayList<byte[]>();
        var last = head;
        for (var entry : entries) {
            var link = entry.link(last.seq() + 1);
            var hash = link.mac(macs, county, last.linkMac());
            chained.add(link);
            hashes.add(hash);
            last = last.at(link.seq(), hash);
        }
        keep(county, chained, hashes, last);
        return chained.size();
    }

    private void keep(CountyId county, List<ChainLink> chained, List<byte[]> hashes, ChainHead last) {
        links.add(county, chained, hashes);
        waiting.done(county, chained.stream().map(link -> link.entry().id()).toList());
        heads.move(county, last);
        bulk.consider(county, chained);
    }
}
