package feiyan.exchange;

import feiyan.exchange.DeliveryQueue.Claimed;
import feiyan.exchange.Webhook.Because;
import feiyan.exchange.WebhookCaller.Answer;
import feiyan.platform.Closing;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells webhooks what is due, a few of each at a time. Any number of instances may run it. */
@Component
public class WebhookSending {

    /** With the waits below: given up after about two days. */
    static final int ATTEMPTS = 14;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int EACH_AT_ONCE = 4;
    /** No call begins after it. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(15);

    private static final int GONE = 410;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSending.class);

    private final DeliveryQueue queue;
    private final DeliveryRows deliveries;
    private final WebhookRows webhooks;
    private final WebhookMessage messages;
    private final WebhookCaller caller;
    private final Tenants tenants;
    private final Policies policies;
    private final InstantSource clock;
    private final Closing closing;

    WebhookSending(
            DeliveryQueue queue,
            DeliveryRows deliveries,
            WebhookRows webhooks,
            WebhookMessage messages,
            WebhookCaller caller,
            Tenants tenants,
            Policies policies,
            InstantSource clock,
            Closing closing) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.messages = messages;
        this.caller = caller;
        this.tenants = tenants;
        this.policies = policies;
        this.clock = clock;
        this.closing = closing;
    }

    /** What is due in all counties; what is left after a while waits for the next run. */
    @Scheduled(fixedDelayString = "${feiyan.webhooks.every:2s}")
    public void send() {
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            new Run(new ExecutorCompletionService<>(calls)).toItsEnd();
        }
    }

    /** What a call came to. */
    private record Called(Claimed claimed, Answer answer) {}

    /**
     * The calls go out side by side, at most four to one webhook; everything else happens in this one thread. Each
     * answer makes room for the next to the same webhook, so that a slow one holds up none but itself.
     */
    private final class Run {

        private final CompletionService<Called> calls;
        private final Instant until = clock.instant().plus(LONGEST_RUN);
        private int underWay;

        Run(CompletionService<Called> calls) {
            this.calls = calls;
        }

        void toItsEnd() {
            for (var county : tenants.all()) {
                apart(
                        county,
                        () -> queue.due(county, clock.instant())
                                .forEach(webhook -> apart(county, () -> fill(county, webhook, EACH_AT_ONCE))));
            }
            while (underWay > 0) {
                hear();
            }
        }

        /** What breaks for one, a seal or a key that is missing, silences none of the others. */
        private void apart(CountyId county, Runnable work) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("A webhook of county {} was interrupted; it comes again", county, failure);
            }
        }

        private void fill(CountyId county, WebhookId webhook, int atMost) {
            for (var claimed : queue.claim(county, webhook, atMost, clock.instant())) {
                var message = messages.seal(claimed, clock.instant());
                calls.submit(() -> new Called(claimed, caller.call(claimed.address(), message)));
                underWay++;
            }
        }

        private void hear() {
            try {
                var called = calls.take().get();
                underWay--;
                var claimed = called.claimed();
                apart(claimed.county(), () -> settle(claimed, called.answer()));
                if (clock.instant().isBefore(until) && !closing.begun()) {
                    apart(claimed.county(), () -> fill(claimed.county(), claimed.webhook(), 1));
                }
            } catch (ExecutionException failure) {
                underWay--;
                LOG.error("A webhook's call broke; its claim runs out and it comes again", failure.getCause());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                underWay = 0;
            }
        }
    }

    private void settle(Claimed claimed, Answer answer) {
        switch (answer) {
            case Answer.Status(var code)
            when code >= 200 && code < 300 -> queue.delivered(claimed, code, clock.instant());
            case Answer.Status(var code)
            when code == GONE -> {
                queue.givenUp(claimed, code, null, clock.instant());
                webhooks.rest(claimed.county(), claimed.webhook(), Because.GONE, clock.instant());
            }
            case Answer.Status(var code) -> putOff(claimed, code, null);
            case Answer.Silence(var trouble) -> putOff(claimed, null, trouble);
        }
    }

    /** Who misses everything for two days is not called any more, and the administrator is told. */
    private void putOff(Claimed claimed, @Nullable Integer status, @Nullable String trouble) {
        if (claimed.attempts() >= ATTEMPTS) {
            queue.givenUp(claimed, status, trouble, clock.instant());
            webhooks.restIfSilentSince(claimed.county(), claimed.webhook(), claimed.madeAt(), clock.instant());
        } else {
            queue.postpone(claimed, status, trouble, clock.instant().plus(wait(claimed.attempts())));
        }
    }

    /** Ten seconds, then three times as long each time, at most six hours. */
    static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy((long) Math.pow(3, attempts - 1));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void purge() {
        for (var county : tenants.all()) {
            var days = policies.of(county).get(Policy.OUTBOX_DAYS);
            deliveries.purge(county, clock.instant().minus(Duration.ofDays(days)));
        }
    }
}
