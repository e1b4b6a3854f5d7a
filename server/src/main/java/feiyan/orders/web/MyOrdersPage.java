package feiyan.orders.web;

import feiyan.orders.MyOrders;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that I asked for, the latest first. */
@Controller
class MyOrdersPage {

    private final MyOrders mine;
    private final OrderNames names;

    MyOrdersPage(MyOrders mine, OrderNames names) {
        this.mine = mine;
        this.names = names;
    }

    @GetMapping("/orders")
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable OrderId before) {
        var lines = mine.of(actor, before);
        var known = names.of(actor.county(), lines);
        var model = new HashMap<String, Object>();
        model.put("rows", lines.stream().map(line -> OrderRow.of(line, known)).toList());
        model.put(
                "more",
                lines.size() < MyOrders.PAGE
                        ? null
                        : "/orders?before=" + lines.getLast().id().value());
        return new ModelAndView("orders/mine", model);
    }
}
