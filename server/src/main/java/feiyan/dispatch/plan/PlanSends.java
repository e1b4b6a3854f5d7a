package feiyan.dispatch.plan;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends lines behind the page: two hundred offers take seconds, and nobody should look at a blank page meanwhile. How
 * far it is stands on the board of this instance; what became of each line stands in the line, whoever looks.
 */
@Component
public class PlanSends {

    /** Several dispatchers may send of one plan, but nobody takes all connections by pressing again. */
    private static final int AT_ONCE = 3;

    /** So long a board tells what came of a sending whose sender did not wait for it. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    /** A server that stops waits no longer than this for the line under way; the others stay proposals. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PlanSends.class);

    private final PlanOffers offers;
    private final Map<PlanId, List<PlanSend>> byPlan = new ConcurrentHashMap<>();

    PlanSends(PlanOffers offers) {
        this.offers = offers;
    }

    /** All that nobody was asked for yet. */
    public Outcome<PlanSend> all(Actor actor, PlanId plan, int seen) {
        return offers.toSend(actor, plan).then(lines -> some(actor, plan, seen, lines));
    }

    /** Begins to send and returns; the checks of the plan as a whole come first. */
    public Outcome<PlanSend> some(Actor actor, PlanId plan, int seen, Collection<Integer> lines) {
        return offers.mayBeSent(actor, plan, lines).then(found -> {
            var send = new PlanSend(lines.size());
            if (!remember(plan, send)) {
                return Outcome.refused("plan.being_sent");
            }
            start(plan, () -> run(actor, plan, seen, lines, send));
            return Outcome.done(send);
        });
    }

    /** What happens within somebody's transaction is part of it: who takes all of that back takes the offers back. */
    private static void start(PlanId plan, Runnable sending) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            sending.run();
        } else {
            Thread.ofVirtual().name("send-" + plan.value()).start(sending);
        }
    }

    private boolean remember(PlanId plan, PlanSend send) {
        return byPlan.compute(plan, (same, known) -> {
                    var all = known == null ? List.<PlanSend>of() : known;
                    boolean enough = all.stream().filter(PlanSend::isUnderWay).count() >= AT_ONCE;
                    return enough
                            ? all
                            : Stream.concat(all.stream(), Stream.of(send)).toList();
                })
                .contains(send);
    }

    private void run(Actor actor, PlanId plan, int seen, Collection<Integer> lines, PlanSend send) {
        try {
            send.ended(offers.sent(actor, plan, seen, lines, send::next));
        } catch (RuntimeException failure) {
            LOG.error("lines of plan {} could not be sent", plan.value(), failure);
            send.broken(failure);
        } finally {
            CompletableFuture.delayedExecutor(TOLD.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> forget(plan, send));
        }
    }

    /** What came of it, where that is known so soon: then the board need not tell it too. */
    public Optional<Sent> within(PlanId plan, PlanSend send, Duration patience) {
        var sent = send.within(patience);
        sent.ifPresent(told -> forget(plan, send));
        return sent;
    }

    private void forget(PlanId plan, PlanSend send) {
        byPlan.computeIfPresent(plan, (same, all) -> {
            var left = all.stream().filter(one -> one != send).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** Under way on this instance, or just over. */
    public List<PlanSend> of(PlanId plan) {
        return byPlan.getOrDefault(plan, List.of());
    }

    @PreDestroy
    void end() {
        var all = byPlan.values().stream().flatMap(List::stream).toList();
        all.forEach(PlanSend::stop);
        all.stream().filter(PlanSend::isUnderWay).forEach(one -> one.within(TO_END));
    }
}
