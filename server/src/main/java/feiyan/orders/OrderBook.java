package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.OneLook;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for reading one order: as much of it as {@link WhoSees} grants the reader, and nothing else is read. */
@Service
public class OrderBook {

    /** A line, not a letter: it stands in the audit, which nobody edits. */
    public static final int LONGEST_REASON = 200;

    /** So that whoever served cannot tell from the hour who said what. */
    private static final Duration RATING_DELAY = Duration.ofDays(3);

    private final OrderRows rows;
    private final OrderWords words;
    private final OrderNotes notes;
    private final OrderHistory history;
    private final OrderRatings ratings;
    private final SensitiveViews views;
    private final Transactions transactions;
    private final InstantSource time;

    OrderBook(
            OrderRows rows,
            OrderWords words,
            OrderNotes notes,
            OrderHistory history,
            OrderRatings ratings,
            SensitiveViews views,
            Transactions transactions,
            InstantSource time) {
        this.rows = rows;
        this.words = words;
        this.notes = notes;
        this.history = history;
        this.ratings = ratings;
        this.views = views;
        this.transactions = transactions;
        this.time = time;
    }

    /** Empty where there is no such order, and just so where it is none of the reader's business. */
    public Optional<OrderView> find(Actor actor, OrderId id) {
        return OneLook.once(
                List.of("order view", actor, id),
                () -> rows.find(actor, id)
                        .filter(order -> sight(order, Field.OUTLINE) != Sight.NOTHING)
                        .map(order -> view(actor.county(), order)));
    }

    /**
     * The door and the telephone. Shown to the requester; to whoever serves, each view audited; to a unit on the path
     * only with a reason, audited.
     */
    public Outcome<Contact> contact(Actor actor, OrderId id, @Nullable String reason) {
        var found = rows.find(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        var order = found.get();
        return switch (sight(order, Field.ADDRESS)) {
            case SHOWN -> Outcome.done(words.contact(order));
            case AUDITED, ON_DEMAND -> transactions.write(() -> audited(actor, id, reason));
            case SUMMARY, AGGREGATE, NOTHING -> Outcome.refused("order.address_hidden");
        };
    }

    /** Judged anew within the transaction that writes it down. */
    private Outcome<Contact> audited(Actor actor, OrderId id, @Nullable String reason) {
        return rows.find(actor, id)
                .map(order -> switch (sight(order, Field.ADDRESS)) {
                    case SHOWN -> Outcome.done(words.contact(order));
                    case AUDITED -> Outcome.done(shown(actor, order, null));
                    case ON_DEMAND -> why(reason).map(said -> shown(actor, order, said));
                    case SUMMARY, AGGREGATE, NOTHING -> Outcome.<Contact>refused("order.address_hidden");
                })
                .orElseGet(() -> Outcome.refused("order.not_found"));
    }

    private static Outcome<String> why(@Nullable String reason) {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty()) {
            return Outcome.refused("order.say_why_address");
        }
        return said.codePointCount(0, said.length()) > LONGEST_REASON
                ? Outcome.refused("order.too_long", LONGEST_REASON)
                : Outcome.done(said);
    }

    private Contact shown(Actor actor, Stored order, @Nullable String reason) {
        var id = order.facts().id().value();
        views.record(actor.county(), actor.person().value(), "service_order", id, Set.of("address", "phone"), reason);
        return words.contact(order);
    }

    private OrderView view(CountyId county, Stored order) {
        var facts = order.facts();
        boolean seesWords = sight(order, Field.WORDS) == Sight.SHOWN;
        var said = words.said(order, seesWords, sight(order, Field.RECIPIENT_NAME) == Sight.SHOWN);
        return new OrderView(
                facts.id(),
                order.number(),
                facts.version(),
                order.state(),
                facts.project(),
                order.station(),
                facts.unit(),
                order.window(),
                order.agreedOrWas(),
                facts.headcount(),
                order.durationMinutes(),
                order.urgent(),
                order.confidential(),
                order.remote(),
                order.channel(),
                facts.reopened(),
                order.placedAt(),
                order.due(),
                order.relations(),
                can(order),
                said.need(),
                said.recipient(),
                seesWords ? order.onBehalf() : null,
                seesWords ? order.named() : null,
                sight(order, Field.ADDRESS),
                history.of(county, facts.id()),
                seesWords ? notes.read(county, facts.id()) : Map.of(),
                ratingsFor(county, order));
    }

    /** Each reopening began with a rating, and forgets that it is rated. */
    private List<Rating> ratingsFor(CountyId county, Stored order) {
        var facts = order.facts();
        boolean rated = facts.rated() || facts.reopened() > 0;
        if (!rated || sight(order, Field.RATING) != Sight.SHOWN) {
            return List.of();
        }
        var audiences = order.audiences();
        boolean atOnce = audiences.contains(Audience.REQUESTER) || audiences.contains(Audience.PATH);
        Instant notAfter = atOnce ? time.instant() : time.instant().minus(RATING_DELAY);
        return ratings.read(county, facts.id(), notAfter);
    }

    private static Set<Verb> can(Stored order) {
        var can = EnumSet.noneOf(Verb.class);
        for (var verb : Verb.values()) {
            if (WhoMay.allows(verb, order.relations()) && OrderGraph.leads(order.state(), verb)) {
                can.add(verb);
            }
        }
        return can;
    }

    private static Sight sight(Stored order, Field field) {
        return WhoSees.sees(order.audiences(), field);
    }
}
