package feiyan.bench.crash;

import feiyan.bench.crash.Caller.Refused;
import feiyan.bench.crash.Players.Hand;
import feiyan.bench.crash.Players.Helper;
import feiyan.bench.served.ApiWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One household, one desk and some volunteers, who bring one need after another from its words to its rating, or call
 * it off while all of the volunteers are booked.
 */
final class Client implements Runnable {

    /**
     * Far enough ahead that no outage makes anybody late: not for the service, nor to answer, which has a part of it.
     */
    private static final Duration FIRST_SLOT = Duration.ofMinutes(24);
    /** Nearer than that, one may check in. */
    private static final Duration LAST_SLOT = Duration.ofMinutes(57);
    /** Service, way and rest. */
    private static final Duration PITCH = Duration.ofMinutes(15);
    /** After a need that nobody goes to. */
    private static final Duration CALM = Duration.ofMillis(200);

    private final Players cast;
    private final Hand hand;
    private final Caller caller;
    private final Ledger ledger;
    private final Duration ahead;
    private final BooleanSupplier isOver;
    private final List<Booked> helpers = new ArrayList<>();
    private int turn;

    private record Booked(Helper helper, Instant next) {}

    Client(Players cast, Hand hand, Caller caller, Ledger ledger, Duration ahead, BooleanSupplier isOver) {
        this.cast = cast;
        this.hand = hand;
        this.caller = caller;
        this.ledger = ledger;
        this.ahead = ahead;
        this.isOver = isOver;
        hand.helpers().forEach(helper -> helpers.add(new Booked(helper, Instant.MIN)));
    }

    @Override
    public void run() {
        try {
            while (!isOver.getAsBoolean()) {
                var slot = nextSlot();
                if (slot == null) {
                    calledOff();
                } else {
                    loop(slot.helper(), slot.next());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody is left to go for now: so that the server is never without work, needs come and are called off. */
    private void calledOff() throws InterruptedException {
        try {
            var approved = approved(Instant.now().plus(ahead).plus(FIRST_SLOT));
            var path = "/orders/" + approved.id() + "/cancellation";
            kept(caller.write(hand.household(), path, approved.version(), "{}", true));
        } catch (Refused refused) {
            ledger.refused(String.valueOf(refused.getMessage()));
        }
        Thread.sleep(CALM);
    }

    /** The volunteer who is free the soonest; null while all have an hour's services before them. */
    private @Nullable Booked nextSlot() {
        if (helpers.isEmpty()) {
            return null;
        }
        var now = Instant.now().plus(ahead);
        helpers.sort(Comparator.comparing(Booked::next));
        var soonest = helpers.removeFirst();
        var from = soonest.next().isBefore(now.plus(FIRST_SLOT)) ? now.plus(FIRST_SLOT) : soonest.next();
        boolean fits = from.isBefore(now.plus(LAST_SLOT));
        helpers.add(new Booked(soonest.helper(), fits ? from.plus(PITCH) : soonest.next()));
        return fits ? new Booked(soonest.helper(), from) : null;
    }

    private void loop(Helper helper, Instant from) throws InterruptedException {
        try {
            var approved = approved(from);
            var path = "/orders/" + approved.id();
            accepted(path, approved, helper, from);
            served(path, helper);
            int version = caller.read(hand.household(), path).path("version").asInt();
            kept(caller.write(hand.household(), path + "/rating", version, ApiWords.RATING, true));
            ledger.looped();
        } catch (Refused refused) {
            ledger.refused(String.valueOf(refused.getMessage()));
        }
    }

    /** Every second one has an id of the client's making, which is its key; a twin of the others would show. */
    private Acknowledged approved(Instant from) throws Refused, InterruptedException {
        boolean keyed = turn++ % 2 == 0;
        var id = keyed ? "" : UUID.randomUUID().toString();
        var placed = kept(caller.write(
                hand.household(), "/orders", null, ApiWords.need(id, cast.project(), cast.station(), from), keyed));
        ledger.placed(placed.id());
        return kept(caller.write(hand.desk(), "/orders/" + placed.id() + "/approval", placed.version(), "{}", true));
    }

    private void accepted(String path, Acknowledged approved, Helper helper, Instant from)
            throws Refused, InterruptedException {
        var body = ApiWords.asked(from, helper.id());
        var made = caller.write(hand.desk(), path + "/offers", approved.version(), body, true);
        kept(made);
        var answer = caller.write(helper.token(), "/offers/" + ApiWords.offer(made) + "/acceptance", null, "{}", true);
        ledger.keep(Acknowledged.offer(answer));
        kept(answer);
    }

    private void served(String path, Helper helper) throws Refused, InterruptedException {
        var code = caller.read(hand.household(), path + "/check-in-code")
                .path("code")
                .asString();
        var seat = "/seats/" + seat(caller.read(helper.token(), "/my-day"), path.substring("/orders/".length()));
        var arrival = ApiWords.code(code);
        ledger.keep(Acknowledged.seat(caller.write(helper.token(), seat + "/check-in", null, arrival, true)));
        ledger.keep(Acknowledged.seat(caller.write(helper.token(), seat + "/check-out", null, "{}", true)));
    }

    private static String seat(JsonNode day, String order) throws Refused {
        for (var part : List.of("today", "toCome")) {
            for (var service : day.path(part)) {
                if (service.path("order").asString("").equals(order)) {
                    return service.path("seat").asString();
                }
            }
        }
        throw new Refused("/my-day: the seat that was taken is not there");
    }

    private Acknowledged kept(JsonNode answer) {
        var promise = Acknowledged.order(answer);
        ledger.keep(promise);
        return promise;
    }
}
