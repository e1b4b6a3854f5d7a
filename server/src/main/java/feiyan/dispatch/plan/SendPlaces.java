package feiyan.dispatch.plan;

import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Several dispatchers may send of one plan, but nobody takes all connections by pressing again. */
@Component
class SendPlaces {

    private static final int AT_ONCE = 3;

    private final SendRows sends;
    private final Transactions transactions;
    private final InstantSource clock;

    SendPlaces(SendRows sends, Transactions transactions, InstantSource clock) {
        this.sends = sends;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param since whoever told nothing since then has ended */
    Outcome<PlanSend> take(PlanSend send, Instant since) {
        return transactions.write(() -> {
            sends.sweep(send.county(), since);
            // whoever lost a place to another looks for the next: after so many looks none is left
            for (int look = 0; look <= AT_ONCE; look++) {
                var free = free(send, since);
                if (free.isEmpty()) {
                    break;
                }
                if (sends.begin(send, free.getAsInt(), clock.instant())) {
                    return Outcome.done(send);
                }
            }
            return Outcome.refused("plan.being_sent");
        });
    }

    /** One that nobody had goes first: what came of a sending is told as long as there is room for it. */
    private OptionalInt free(PlanSend send, Instant since) {
        Map<Integer, Sending> taken = sends.of(send.county(), send.plan(), since).stream()
                .collect(Collectors.toMap(Sending::place, Function.identity()));
        return IntStream.rangeClosed(1, AT_ONCE)
                .boxed()
                .filter(place -> !taken.containsKey(place) || taken.get(place).over())
                .min(Comparator.comparing(
                        place -> taken.containsKey(place) ? taken.get(place).toldAt() : Instant.MIN))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
