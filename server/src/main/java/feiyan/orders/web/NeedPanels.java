package feiyan.orders.web;

import feiyan.accounts.Persons;
import feiyan.orders.OrderDayParts;
import feiyan.orders.OrderMedia;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What belongs to a need beside its words: photos and voice, the part of the day, whom the requester would like. */
@Component
class NeedPanels implements OrderPanels {

    private static final String TEMPLATE = "orders/parts/need";

    private final OrderMedia media;
    private final OrderDayParts dayParts;
    private final Persons persons;

    NeedPanels(OrderMedia media, OrderDayParts dayParts, Persons persons) {
        this.media = media;
        this.dayParts = dayParts;
        this.persons = persons;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        var panels = new ArrayList<OrderPanel>();
        var wishes = wishes(actor, order);
        if (!wishes.isEmpty()) {
            panels.add(new OrderPanel(OrderPanel.Place.NEED, 10, TEMPLATE, "wishes", wishes));
        }
        var seen = media.of(actor, order);
        if (!seen.isEmpty()) {
            panels.add(new OrderPanel(OrderPanel.Place.NEED, 20, TEMPLATE, "media", Map.of("media", seen)));
        }
        return panels;
    }

    private Map<String, String> wishes(Actor actor, OrderView order) {
        var wishes = new HashMap<String, String>();
        dayParts.of(actor.county(), order).ifPresent(part -> wishes.put("part", part));
        var named = order.named();
        if (named != null) {
            wishes.putAll(persons.names(actor.county(), List.of(named)).values().stream()
                    .findFirst()
                    .map(name -> Map.of("named", name))
                    .orElse(Map.of()));
        }
        return wishes;
    }
}
