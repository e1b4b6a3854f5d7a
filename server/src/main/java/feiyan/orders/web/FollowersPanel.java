package feiyan.orders.web;

import feiyan.accounts.Persons;
import feiyan.orders.Follower;
import feiyan.orders.Followers;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.units.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the desk: who follows this requester's orders, for a requester who comes to the counter or has no telephone. */
@Component
class FollowersPanel implements OrderPanels {

    private final Followers followers;
    private final Persons persons;

    FollowersPanel(Followers followers, Persons persons) {
        this.followers = followers;
        this.persons = persons;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        if (!order.is(Relation.IN_CHARGE) || order.asks() || order.confidential()) {
            return List.of();
        }
        var ties = followers.ofRequester(actor, order.id());
        var people = persons.names(
                actor.county(), ties.stream().map(Follower::follower).toList());
        return List.of(new OrderPanel(
                OrderPanel.Place.END,
                60,
                "orders/parts/followers",
                "note",
                Map.of(
                        "followers",
                        ties,
                        "people",
                        people,
                        "ways",
                        EnumSet.complementOf(EnumSet.of(Follower.How.PAGE)))));
    }
}
