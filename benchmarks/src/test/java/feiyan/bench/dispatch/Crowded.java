package feiyan.bench.dispatch;

import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.WeekBits;
import java.util.List;

/** People made to fit an order. */
final class Crowded {

    private Crowded() {}

    static FreeVolunteer at(OpenOrder order, FreeVolunteer some) {
        return new FreeVolunteer(
                some.id(),
                order.x(),
                order.y(),
                some.radius(),
                order.skills(),
                WeekBits.ALWAYS,
                some.recent(),
                960,
                some.rating(),
                some.response(),
                order.gender() == OpenOrder.ANY ? some.gender() : order.gender(),
                some.language(),
                some.party(),
                false,
                List.of());
    }
}
