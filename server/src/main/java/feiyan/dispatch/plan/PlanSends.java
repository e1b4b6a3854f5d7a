package feiyan.dispatch.plan;

import feiyan.dispatch.plan.Sending.Came;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends lines behind the page: two hundred offers take seconds, and nobody should look at a blank page meanwhile. How
 * far it is stands in the database, so that the boards of each server tell it; what became of each line stands in the
 * line.
 */
@Component
public class PlanSends {

    /** A board tells so long what came of a sending whose sender did not wait for it; who is silent so long is gone. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    /** A server that stops waits no longer than this for the line under way; the others stay proposals. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PlanSends.class);

    private final PlanOffers offers;
    private final SendPlaces places;
    private final SendRows sends;
    private final PlanRows plans;
    private final PlanNews news;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Set<PlanSend> here = ConcurrentHashMap.newKeySet();

    PlanSends(
            PlanOffers offers,
            SendPlaces places,
            SendRows sends,
            PlanRows plans,
            PlanNews news,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.offers = offers;
        this.places = places;
        this.sends = sends;
        this.plans = plans;
        this.news = news;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that nobody was asked for yet. */
    public Outcome<PlanSend> all(Actor actor, PlanId plan, int seen) {
        return offers.toSend(actor, plan).then(lines -> some(actor, plan, seen, lines));
    }

    /** Begins to send and returns; the checks of the plan as a whole come first. */
    public Outcome<PlanSend> some(Actor actor, PlanId plan, int seen, Collection<Integer> lines) {
        return offers.mayBeSent(actor, plan, lines)
                .then(found -> places.take(new PlanSend(actor.county(), plan, lines.size()), since()))
                .map(send -> {
                    start(send, () -> run(actor, seen, lines, send));
                    return send;
                });
    }

    /** What happens within somebody's transaction is part of it: who takes all of that back takes the offers back. */
    private static void start(PlanSend send, Runnable sending) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            sending.run();
        } else {
            Thread.ofVirtual().name("send-" + send.plan().value()).start(sending);
        }
    }

    private void run(Actor actor, int seen, Collection<Integer> lines, PlanSend send) {
        here.add(send);
        try {
            var sent = offers.sent(actor, send.plan(), seen, lines, () -> goesOn(send));
            over(send, Came.of(sent));
            send.ended(sent);
        } catch (RuntimeException failure) {
            LOG.error("lines of plan {} could not be sent", send.plan().value(), failure);
            // first, since writing it down may fail for the same reason: then it falls silent
            send.broken(failure);
            over(send, null);
        } finally {
            here.remove(send);
        }
    }

    private boolean goesOn(PlanSend send) {
        boolean goesOn = send.next();
        if (goesOn && send.isTimeToTell()) {
            sends.far(send, clock.instant());
        }
        return goesOn;
    }

    /** The last line's own news may have come too early to tell that it was the last. */
    private void over(PlanSend send, @Nullable Came came) {
        var county = send.county();
        transactions
                .write(() -> {
                    var now = clock.instant();
                    sends.over(send, came, now);
                    plans.find(county, send.plan())
                            .ifPresent(plan -> outbox.tell(
                                    county, "plan.changed", plan.id().value(), plan.version(), now));
                    return Outcome.done(send);
                })
                .orThrow();
        news.changed(county);
    }

    /** What came of it, where that is known so soon: then no board need tell it too. */
    public Optional<Sent> within(PlanSend send, Duration patience) {
        var sent = send.within(patience);
        sent.ifPresent(told -> sends.forget(send));
        return sent;
    }

    /** Under way, or just over, whoever sends. */
    public List<Sending> of(CountyId county, PlanId plan) {
        return sends.of(county, plan, since());
    }

    private Instant since() {
        return clock.instant().minus(TOLD);
    }

    @PreDestroy
    void end() {
        here.forEach(PlanSend::stop);
        here.forEach(send -> send.within(TO_END));
    }
}
