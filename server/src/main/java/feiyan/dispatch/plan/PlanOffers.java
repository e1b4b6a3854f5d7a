package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.plan.PlanChange.Kind;
import feiyan.dispatch.plan.Sent.Unsent;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends lines of a plan: each becomes a real offer in a transaction of its own, judged as every offer is. What is
 * refused stays on the board with its reason and takes nothing else with it.
 */
@Component
public class PlanOffers {

    /** One press asks so many at most; the rest waits for the next. */
    public static final int MOST = 500;

    private final PlanGate gate;
    private final PlanRows rows;
    private final LinesToSend toSend;
    private final LineWrites writes;
    private final PlanChanges changes;
    private final OrderSeats seats;
    private final ServiceSheets sheets;
    private final Offers offers;
    private final PlanNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    PlanOffers(
            PlanGate gate,
            PlanRows rows,
            LinesToSend toSend,
            LineWrites writes,
            PlanChanges changes,
            OrderSeats seats,
            ServiceSheets sheets,
            Offers offers,
            PlanNews news,
            Transactions transactions,
            InstantSource clock) {
        this.gate = gate;
        this.rows = rows;
        this.toSend = toSend;
        this.writes = writes;
        this.changes = changes;
        this.seats = seats;
        this.sheets = sheets;
        this.offers = offers;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that nobody was asked for yet. */
    public Outcome<Sent> sendAll(Actor actor, PlanId plan, int seen) {
        return toSend(actor, plan).then(all -> send(actor, plan, seen, all));
    }

    /** @param seen the plan's version on the screen */
    public Outcome<Sent> send(Actor actor, PlanId plan, int seen, Collection<Integer> chosen) {
        var left = new AtomicInteger(MOST);
        return mayBeSent(actor, plan, chosen)
                .map(found -> sent(actor, plan, seen, chosen, () -> left.getAndDecrement() > 0));
    }

    Outcome<List<Integer>> toSend(Actor actor, PlanId plan) {
        return gate.plan(actor, plan).map(found -> toSend.of(actor.county(), plan));
    }

    Outcome<Plan> mayBeSent(Actor actor, PlanId plan, Collection<Integer> chosen) {
        return gate.plan(actor, plan).then(found -> {
            if (found.state() != PlanState.READY) {
                return Outcome.refused("plan.replaced");
            }
            return chosen.isEmpty() ? Outcome.refused("plan.nothing_chosen") : Outcome.done(found);
        });
    }

    /** @param goOn asked before each line; the rest is left */
    Sent sent(Actor actor, PlanId plan, int seen, Collection<Integer> chosen, BooleanSupplier goOn) {
        int sent = 0;
        int left = 0;
        var unsent = new ArrayList<Unsent>();
        for (int number : chosen.stream().distinct().sorted().toList()) {
            if (!goOn.getAsBoolean()) {
                left++;
                continue;
            }
            switch (sendOne(actor, plan, seen, number)) {
                case Outcome.Done<OfferId> _ -> sent++;
                case Outcome.Refused<OfferId>(var why) -> unsent.add(new Unsent(number, why));
            }
        }
        news.changed(actor.county());
        return new Sent(sent, unsent, left);
    }

    private Outcome<OfferId> sendOne(Actor actor, PlanId plan, int seen, int number) {
        var judged = new boolean[1];
        var outcome = transactions.write(() -> gate.changeable(actor, plan, seen, number)
                .then(PlanOffers::withSomebody)
                .then(line -> {
                    judged[0] = true;
                    return offered(actor, line).map(offer -> mark(actor, plan, line, offer));
                }));
        if (judged[0] && outcome instanceof Outcome.Refused<OfferId>(var why)) {
            keep(actor, plan, number, why);
        }
        return outcome;
    }

    private static Outcome<PlanLine> withSomebody(PlanLine line) {
        return line.volunteer() == null ? Outcome.refused("plan.line_open") : Outcome.done(line);
    }

    private Outcome<OfferId> offered(Actor actor, PlanLine line) {
        var county = actor.county();
        if (sheets.hold(county, line.order()).isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        return roomMade(actor, line).then(room -> {
            var order = sheets.find(county, line.order()).orElseThrow();
            return seats.of(county, line.order()).toAskFor(order) <= 0
                    ? Outcome.refused("plan.enough_asked")
                    : asked(actor, order, line);
        });
    }

    /** Whoever did not answer yet makes room, where the plan says so and they still have not. */
    private Outcome<Boolean> roomMade(Actor actor, PlanLine line) {
        var unanswered = line.insteadOf();
        boolean waits = unanswered != null
                && seats.of(actor.county(), line.order()).unanswered().stream()
                        .anyMatch(offer -> offer.offer().equals(unanswered));
        return waits
                ? offers.withdraw(actor, Objects.requireNonNull(unanswered)).map(done -> true)
                : Outcome.done(false);
    }

    private Outcome<OfferId> asked(Actor actor, ServiceSheet order, PlanLine line) {
        var volunteer = Objects.requireNonNull(line.volunteer());
        return offers.make(actor, order.id(), order.version(), line.time(), List.of(new Invitee.ToVolunteer(volunteer)))
                .map(List::getFirst);
    }

    private OfferId mark(Actor actor, PlanId plan, PlanLine line, OfferId offer) {
        int version = rows.next(actor.county(), plan);
        writes.sent(actor.county(), plan, line.number(), version, offer);
        record(actor, plan, version, Kind.SEND, line, line.volunteer(), null);
        return offer;
    }

    /** Unless the line has moved on in between. */
    private void keep(Actor actor, PlanId plan, int number, Refusal why) {
        transactions.write(() -> gate.held(actor, plan).map(held -> {
            var line = gate.line(actor, plan, number);
            if (line.state().isToSend()) {
                int version = rows.next(actor.county(), plan);
                writes.refused(actor.county(), plan, number, version, why);
                record(actor, plan, version, Kind.REFUSE, line, line.volunteer(), why.code());
            }
            return line;
        }));
    }

    private void record(
            Actor actor,
            PlanId plan,
            int version,
            Kind kind,
            PlanLine line,
            @Nullable PersonId volunteer,
            @Nullable String code) {
        var change = new PlanChange(
                version, line.number(), kind, actor.person(), clock.instant(), volunteer, null, null, code);
        changes.add(actor.county(), plan, change, null);
    }
}
