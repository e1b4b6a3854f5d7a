package feiyan.audit;

import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts what was seen and done into the county's chain, a moment after it was written and in batches: nobody who looks
 * something up waits for the chain. Of several instances one at a time does a county. An entry that cannot be chained
 * is set aside, told of, and tried again later: whoever wrote it stops nobody else's.
 */
@Component
public class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int AT_ONCE = 500;
    /** As many one after the other are no fault of theirs: then it is the chain itself that cannot be written. */
    private static final int NOT_THEIR_FAULT = 5;

    private static final Duration TRIED_AGAIN = Duration.ofHours(1);

    private final Tenants tenants;
    private final Transactions transactions;
    private final WaitingEntries waiting;
    private final ChainHeads heads;
    private final ChainLinks links;
    private final BulkViews bulk;
    private final AuditMac macs;
    private final InstantSource clock;

    AuditSealer(
            Tenants tenants,
            Transactions transactions,
            WaitingEntries waiting,
            ChainHeads heads,
            ChainLinks links,
            BulkViews bulk,
            AuditMac macs,
            InstantSource clock) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.waiting = waiting;
        this.heads = heads;
        this.links = links;
        this.bulk = bulk;
        this.macs = macs;
        this.clock = clock;
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
        try {
            return sealSome(county, AT_ONCE);
        } catch (TransientDataAccessException passing) {
            throw passing;
        } catch (RuntimeException oneOfThem) {
            LOG.warn("A batch of county {} was not chained: one by one", county, oneOfThem);
            return sealOneByOne(county);
        }
    }

    private int sealOneByOne(CountyId county) {
        int sealed = 0;
        int failed = 0;
        for (var id : waitingNow(county)) {
            try {
                sealed += sealSome(county, 1);
                failed = 0;
            } catch (RuntimeException failure) {
                failed++;
                if (failure instanceof TransientDataAccessException || failed == NOT_THEIR_FAULT) {
                    throw failure;
                }
                setAside(county, id, failure);
            }
        }
        return sealed;
    }

    private List<UUID> waitingNow(CountyId county) {
        return waiting.next(county, triedBefore(), AT_ONCE).stream()
                .map(entry -> entry.entry().id())
                .toList();
    }

    private void setAside(CountyId county, UUID id, RuntimeException failure) {
        LOG.error("The audit's entry {} of county {} was not chained; the others go on", id, county, failure);
        transactions
                .write(() -> {
                    waiting.setAside(county, id, clock.instant());
                    return Outcome.done(id);
                })
                .orThrow();
    }

    private Instant triedBefore() {
        return clock.instant().minus(TRIED_AGAIN);
    }

    private int sealSome(CountyId county, int atMost) {
        return transactions
                .write(() -> Outcome.done(heads.hold(county)
                        .map(head -> seal(county, head, atMost))
                        .orElse(0)))
                .orThrow();
    }

    private int seal(CountyId county, ChainHead head, int atMost) {
        var entries = waiting.next(county, triedBefore(), atMost);
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
