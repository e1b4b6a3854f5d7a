package feiyan.orders;

import feiyan.units.Actor;
import java.util.List;

/** What a module adds to the page of an order; {@code orders} asks all that there are and knows none of them. */
public interface OrderPanels {

    /** For this reader and at this stage; a panel shows nothing that the reader may not see. */
    List<OrderPanel> of(Actor actor, OrderView order);
}
