package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.Summaries;
import feiyan.attendance.Summary;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Under the history of an order: what those who served told of it. */
@Component
class SummaryPanels implements OrderPanels {

    private final Summaries summaries;
    private final Persons names;

    SummaryPanels(Summaries summaries, Persons names) {
        this.summaries = summaries;
        this.names = names;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        var told = summaries.of(actor, order);
        if (told.isEmpty()) {
            return List.of();
        }
        var by = names.names(
                actor.county(), told.stream().map(Summary::by).distinct().toList());
        var model = Map.of("summaries", told, "names", by);
        return List.of(new OrderPanel(OrderPanel.Place.END, 30, "attendance/parts/summaries", "all", model));
    }
}
