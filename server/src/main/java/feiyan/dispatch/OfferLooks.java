package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time at the orders whose people are asked as needed: who keeps silent for long is counted on less,
 * so others are asked. Instances share the work: an order that one holds, the others leave alone.
 */
@Component
public class OfferLooks {

    private static final int AT_ONCE = 200;

    private final OfferQueue queue;
    private final NextCandidates next;
    private final OrderRounds rounds;
    private final InstantSource clock;

    OfferLooks(OfferQueue queue, NextCandidates next, OrderRounds rounds, InstantSource clock) {
        this.queue = queue;
        this.next = next;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${feiyan.offers.look-interval:PT1M}")
    void everywhere() {
        rounds.everywhere(county -> look(county, clock.instant()));
    }

    /** @return how many more were asked */
    public int look(CountyId county, Instant now) {
        return rounds.of(county, queue.toLookAt(county, now, AT_ONCE), held -> look(county, held, now));
    }

    /** As it stands once held: another instance may have looked a moment ago. */
    private Outcome<Integer> look(CountyId county, ServiceSheet order, Instant now) {
        boolean due =
                queue.look(county, order.id()).filter(at -> !at.isAfter(now)).isPresent();
        return due ? next.askNext(county, order, now).map(asked -> asked.size()) : Outcome.done(0);
    }
}
