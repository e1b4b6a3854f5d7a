package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.UnitId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A need that somebody says at the counter, on the telephone or at the door, written down by another: the person is
 * found or made, their station noted, the order placed and, where it is settled at once, done, all in one step.
 */
@Service
public class CounterOrders {

    private final Transactions transactions;
    private final Persons persons;
    private final Homes homes;
    private final Callers callers;
    private final Orders orders;
    private final Review review;
    private final Handlers handlers;
    private final Menu menu;
    private final Optional<Proxies> proxies;

    CounterOrders(
            Transactions transactions,
            Persons persons,
            Homes homes,
            Callers callers,
            Orders orders,
            Review review,
            Handlers handlers,
            Menu menu,
            Optional<Proxies> proxies) {
        this.transactions = transactions;
        this.persons = persons;
        this.homes = homes;
        this.callers = callers;
        this.orders = orders;
        this.review = review;
        this.handlers = handlers;
        this.menu = menu;
        this.proxies = proxies;
    }

    /** Whose need it is. */
    public sealed interface Who {

        record Known(PersonId person) implements Who {}

        /** @param phone null for a household without one; a mobile that is known already is that person's */
        record Newcomer(String name, @Nullable Phone phone) implements Who {}
    }

    /** What becomes of it at once. */
    public enum Step {
        /** Waits on the desk. */
        PLACE,
        /** Approved by the same hand. */
        APPROVE,
        /** Settled on the spot. */
        RESOLVE
    }

    /** The village in which a swallow volunteer writes needs down; empty for everybody else. */
    public Optional<UnitId> villageOf(Actor actor) {
        return proxies.flatMap(rule -> rule.villageOf(actor));
    }

    /**
     * Places it under an id made beforehand, so that what is sent twice is placed once.
     *
     * @param need the order once its requester is known
     * @param done what was done, where it is settled on the spot
     */
    public Outcome<OrderId> place(
            Actor actor, OrderId id, Who who, Function<PersonId, NewOrder> need, Step step, String done) {
        return transactions.write(() -> requester(actor, who).then(person -> {
            var order = need.apply(person);
            return orders.place(actor, id, order)
                    .map(placed -> {
                        settle(actor.county(), person, order.station());
                        return placed;
                    })
                    .then(placed -> next(actor, placed, order, step, done));
        }));
    }

    private Outcome<PersonId> requester(Actor actor, Who who) {
        return switch (who) {
            case Who.Known(var person) -> known(actor, person);
            // a mobile that is known already is that person, whose village decides just as if they had been chosen
            case Who.Newcomer(var name, var phone) ->
                persons.register(actor.county(), name, phone).then(person -> known(actor, person));
        };
    }

    private Outcome<PersonId> known(Actor actor, PersonId person) {
        return callers.caller(actor, person)
                .map(found -> Outcome.done(found.person()))
                .orElseGet(() -> Outcome.refused("counter.not_your_village"));
    }

    /** Whoever said before where home is knows better than the counter. */
    private void settle(CountyId county, PersonId person, UnitId station) {
        if (homes.of(county, person).isEmpty()) {
            homes.settle(county, person, station);
        }
    }

    private Outcome<OrderId> next(Actor actor, OrderId placed, NewOrder order, Step step, String done) {
        if (step != Step.PLACE && isLeftToOthers(actor, order)) {
            return Outcome.refused("counter.confidential");
        }
        return switch (step) {
            case PLACE -> Outcome.done(placed);
            case APPROVE -> review.approve(actor, placed, 1, null);
            case RESOLVE -> review.resolve(actor, placed, 1, done);
        };
    }

    private boolean isLeftToOthers(Actor actor, NewOrder order) {
        return order.project() != null
                && isConfidential(actor.county(), order.project())
                && !decidesAlone(actor, order.station());
    }

    private boolean isConfidential(CountyId county, ProjectId project) {
        return menu.find(county, project).filter(Project::confidential).isPresent();
    }

    /**
     * Whether the actor decides about this village's confidential needs, too: what is confidential is out of the sight
     * of whoever stands above it.
     */
    public boolean decidesAlone(Actor actor, UnitId station) {
        return handlers.isOwnStaffOf(actor, station);
    }
}
