package feiyan.dispatch.web;

import feiyan.accounts.Persons;
import feiyan.dispatch.NoShows;
import feiyan.dispatch.Rolls;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** On the page of an order: who comes and who is asked, for the unit; "nobody came", for who waits at home. */
@Component
class ServingPanels implements OrderPanels {

    private static final String TEMPLATE = "dispatch/parts/panels";

    private final Rolls rolls;
    private final NoShows noShows;
    private final Persons names;

    ServingPanels(Rolls rolls, NoShows noShows, Persons names) {
        this.rolls = rolls;
        this.noShows = noShows;
        this.names = names;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        return Stream.of(atAGlance(actor, order), nobodyCame(order))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OrderPanel> atAGlance(Actor actor, OrderView order) {
        if (!order.is(Relation.IN_CHARGE)) {
            return Optional.empty();
        }
        return switch (order.state()) {
            case OFFERED, ACCEPTED, IN_SERVICE ->
                rolls.of(actor, order.id())
                        .map(roll -> Map.of("roll", roll, "names", names.names(actor.county(), roll.people())))
                        .map(model -> new OrderPanel(OrderPanel.Place.DESK, 10, TEMPLATE, "seats", model));
            case NEW, SUBMITTED, RETURNED, APPROVED, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<OrderPanel> nobodyCame(OrderView order) {
        return noShows.canBeSaid(order)
                ? Optional.of(new OrderPanel(OrderPanel.Place.NOW, 20, TEMPLATE, "nobody-came", Map.of()))
                : Optional.empty();
    }
}
