package feiyan.exchange;

import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Other systems that are told when an order changes its state: which, by whom, with what success. For the
 * administrators of a unit, each for its own subtree; whoever asks for another's is told that there is none.
 */
@Service
public class Webhooks {

    /** More would be a mistake, and each costs a message a step. */
    public static final int MOST = 20;
    /** Enough to set up a receiver; more would make of a trial a way to press somebody's server. */
    public static final int TRIALS_AN_HOUR = 10;
    /** Of one message, by hand: as many as trials, for the same reason. */
    public static final int REPETITIONS_AN_HOUR = 10;
    /** Of all messages of one webhook: after a receiver was away, some pages of them. */
    public static final int ALL_REPETITIONS_AN_HOUR = 200;
    /** Of one page of deliveries. */
    public static final int PAGE = 50;

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final WebhookTrials trials;
    private final WebhookRepetitions repetitions;
    private final Units units;
    private final SensitiveViews views;
    private final Transactions transactions;
    private final InstantSource clock;
    private final boolean plainToo;

    Webhooks(
            WebhookRows rows,
            DeliveryRows deliveries,
            WebhookTrials trials,
            WebhookRepetitions repetitions,
            Units units,
            SensitiveViews views,
            Transactions transactions,
            InstantSource clock,
            @Value("${feiyan.webhooks.plain-http:false}") boolean plainToo) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.trials = trials;
        this.repetitions = repetitions;
        this.units = units;
        this.views = views;
        this.transactions = transactions;
        this.clock = clock;
        this.plainToo = plainToo;
    }

    /** Those of the units that the actor administers and of the units below them. */
    public Outcome<List<Webhook>> all(Actor actor) {
        return actor.holds(Role.ADMINISTRATOR)
                ? Outcome.done(rows.within(actor, clock.instant()))
                : Outcome.refused("webhook.not_yours");
    }

    /** Refused as {@code webhook.unknown} where it has ended or belongs to another's unit. */
    public Outcome<Webhook> one(Actor actor, WebhookId id) {
        return rows.find(actor, id, clock.instant())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("webhook.unknown"));
    }

    /**
     * From now on the address is told.
     *
     * @param states at least one of those that an order can reach
     */
    public Outcome<WebhookId> open(Actor actor, UnitId unit, String address, Set<State> states) {
        if (!units.reaches(actor, unit, Role.ADMINISTRATOR)) {
            return Outcome.refused("webhook.not_yours");
        }
        if (states.isEmpty() || states.contains(State.NEW)) {
            return Outcome.refused("webhook.states");
        }
        return WebhookAddress.of(address, plainToo)
                .then(usable -> transactions.write(() -> {
                    rows.oneAtATime(actor.county(), unit);
                    return rows.count(actor.county()) >= MOST
                            ? Outcome.refused("webhook.many", MOST)
                            : Outcome.done(rows.add(actor, unit, usable, states, clock.instant()));
                }));
    }

    /** Another secret; the present one signs too for a day, so that no message is lost while the receiver changes. */
    public Outcome<WebhookId> renewSecret(Actor actor, WebhookId id) {
        return changed(actor, id, () -> rows.renewSecret(actor.county(), id, clock.instant()));
    }

    /** What signs the messages, for whoever sets up the receiver; that it was shown is on record. */
    public Outcome<String> secret(Actor actor, WebhookId id) {
        return changed(actor, id, () -> {
            views.record(actor.county(), actor.person().value(), "webhook", id.value(), Set.of("secret"), null);
            return rows.secret(actor.county(), id);
        });
    }

    public Outcome<WebhookId> pause(Actor actor, WebhookId id) {
        return changed(actor, id, () -> rows.rest(actor.county(), id, Webhook.Because.BY_HAND, clock.instant()));
    }

    /** Told again, of what waits too. What happened while it rested is not told later: the API has it. */
    public Outcome<WebhookId> resume(Actor actor, WebhookId id) {
        return changed(actor, id, () -> rows.resume(actor.county(), id));
    }

    /** Never told again; what still waits is dropped. */
    public Outcome<WebhookId> end(Actor actor, WebhookId id) {
        return changed(actor, id, () -> {
            deliveries.drop(actor.county(), id);
            return rows.end(actor.county(), id, clock.instant());
        });
    }

    /** A message without an order, to see whether it arrives. */
    public Outcome<DeliveryId> tryOut(Actor actor, WebhookId id) {
        return transactions.write(() -> one(actor, id).then(found -> trials.send(actor.county(), id, clock.instant())));
    }

    /** What was told lately and what waits, newest first. */
    public Outcome<List<Delivery>> deliveries(Actor actor, WebhookId id, @Nullable DeliveryId before) {
        return one(actor, id).map(found -> deliveries.of(actor.county(), id, before, PAGE));
    }

    /** Once more, with all attempts anew; what its list does not show is not there. */
    public Outcome<DeliveryId> again(Actor actor, WebhookId id, DeliveryId delivery) {
        return transactions.write(
                () -> one(actor, id).then(found -> repetitions.send(actor.county(), id, delivery, clock.instant())));
    }

    /** How many of a county rest although nobody asked for it. */
    public int fallenSilent(CountyId county) {
        return rows.fallenSilent(county);
    }

    private <T> Outcome<T> changed(Actor actor, WebhookId id, Supplier<T> change) {
        return transactions.write(() -> one(actor, id).map(found -> change.get()));
    }
}
