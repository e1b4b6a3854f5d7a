package feiyan.dispatch.pool;

import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;

/** An order for which people were asked, with the time at which it took place or was last to. */
public record PastOrder(ServiceSheet order, Slot time) {}
