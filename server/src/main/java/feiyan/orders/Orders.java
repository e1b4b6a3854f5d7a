package feiyan.orders;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The requester's door: places a need, answers, calls it off, says how it went. */
@Service
public class Orders {

    private final Transactions transactions;
    private final OrderMoves moves;
    private final Placing placing;
    private final Verdicts verdicts;
    private final Optional<Proxies> proxies;
    private final Followers followers;
    private final OrderClock clock;
    private final Menu menu;
    private final Handlers handlers;
    private final InstantSource time;

    Orders(
            Transactions transactions,
            OrderMoves moves,
            Placing placing,
            Verdicts verdicts,
            Optional<Proxies> proxies,
            Followers followers,
            OrderClock clock,
            Menu menu,
            Handlers handlers,
            InstantSource time) {
        this.transactions = transactions;
        this.moves = moves;
        this.placing = placing;
        this.verdicts = verdicts;
        this.proxies = proxies;
        this.followers = followers;
        this.clock = clock;
        this.menu = menu;
        this.handlers = handlers;
        this.time = time;
    }

    /**
     * Places a need with its station. Refused: a window that is over ({@code order.time_is_past}), a project that is
     * not on the menu ({@code order.no_such_project}), words beyond measure ({@code order.too_long}), a need in
     * somebody else's name by a person who is neither staff nor the swallow volunteer's channel
     * ({@code order.not_yours}), or without saying how that person agreed ({@code order.say_how_agreed}).
     */
    public Outcome<OrderId> place(Actor actor, NewOrder need) {
        return place(actor, new OrderId(Ids.next()), need);
    }

    /**
     * As {@link #place(Actor, NewOrder)}, under an id that the sender made beforehand: sent twice, it is placed once,
     * and the second time the answer is {@code order.placed_already}.
     */
    public Outcome<OrderId> place(Actor actor, OrderId id, NewOrder need) {
        return transactions.write(() -> {
            var now = time.instant();
            if (!need.window().to().isAfter(now)) {
                return Outcome.refused("order.time_is_past");
            }
            if (need.isTooLong()) {
                return Outcome.refused("order.too_long", NewOrder.LONGEST_NEED);
            }
            if (!mayPlaceFor(actor, need)) {
                return Outcome.refused("order.not_yours", Verb.PLACE.code());
            }
            if ((need.onBehalf() == null) != (need.channel() == Channel.PHONE_PAGE)) {
                return Outcome.refused("order.say_how_agreed");
            }
            var project = need.project() == null
                    ? null
                    : menu.find(actor.county(), need.project())
                            .filter(found -> !found.withdrawn())
                            .orElse(null);
            return need.project() != null && project == null
                    ? Outcome.refused("order.no_such_project")
                    : placed(actor, id, need, project, now);
        });
    }

    private boolean mayPlaceFor(Actor actor, NewOrder need) {
        return switch (need.channel()) {
            case PHONE_PAGE ->
                need.requester().equals(actor.person()) || followers.mayOrderFor(actor, need.requester());
            case COUNTER, TELEPHONE -> handlers.isStaffOf(actor, need.station());
            case SWALLOW ->
                proxies.filter(rule -> rule.mayOrderFor(actor, need.station())).isPresent();
            case GROUP -> false;
        };
    }

    private Outcome<OrderId> placed(Actor actor, OrderId id, NewOrder need, @Nullable Project project, Instant now) {
        var facts = new OrderFacts(
                actor.county(),
                id,
                1,
                need.station(),
                null,
                need.project(),
                project == null ? 1 : project.headcount(),
                null,
                0,
                false);
        var order = new Order.Submitted(facts);
        var row = new Placing.NewRow(
                need.station(),
                project,
                need.requester().value(),
                need.channel(),
                need.position(),
                need.window(),
                need.urgent(),
                need.onBehalf(),
                need.named(),
                need);
        var due = clock.dueWhenCreated(order, Verb.PLACE, need.urgent(), now);
        if (!placing.row(order, Verb.PLACE, row, actor.person().value(), now, due)) {
            return Outcome.refused("order.no_such_station");
        }
        moves.tell(State.NEW, order, Verb.PLACE, now, actor.person());
        return Outcome.done(id);
    }

    public Outcome<OrderId> answer(Actor actor, OrderId id, int seen, String words) {
        return move(actor, id, seen, words, new Command.Answer());
    }

    /** The requester's own cancelling; a service under way is ended by staff only. */
    public Outcome<OrderId> cancel(Actor actor, OrderId id, int seen, @Nullable String words) {
        return transactions.write(() -> moves.byPerson(actor, id, seen, words, stored -> {
                    boolean byStaff = stored.relations().contains(Relation.IN_CHARGE);
                    return Outcome.done(new Command.Cancel(byStaff, byStaff ? "by_unit" : "by_requester"));
                })
                .map(stored -> stored.facts().id()));
    }

    /**
     * Takes a rating, once for each time it was served, late ones too. <em>Not solved</em> brings the order back: to
     * the unit that handled it, the second time to the unit above; the third time the rating stands, the order stays
     * closed, and the way is a complaint.
     */
    public Outcome<OrderId> rate(Actor actor, OrderId id, int seen, Rating rating) {
        if (!rating.isInRange()) {
            return Outcome.refused("order.bad_score");
        }
        return transactions.write(() -> verdicts.byPerson(actor, id, seen, rating));
    }

    private Outcome<OrderId> move(Actor actor, OrderId id, int seen, @Nullable String words, Command command) {
        return transactions.write(() -> moves.byPerson(actor, id, seen, words, stored -> Outcome.done(command))
                .map(stored -> stored.facts().id()));
    }
}
