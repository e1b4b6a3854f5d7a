package feiyan.bench.growth;

import feiyan.bench.county.BigCounty.Desk;
import feiyan.bench.county.House;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanLine;
import feiyan.dispatch.plan.PlanSends;
import feiyan.dispatch.plan.Plans;
import feiyan.orders.OrderId;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A plan as a dispatcher leaves it: drawn for all that waits in the county, and sent but for what a desk keeps. */
final class PlanOnTheBoard {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_MILLIS = 50;

    private PlanOnTheBoard() {}

    /** @param kept orders for which nobody is asked yet */
    static void put(House house, Desk desk, Collection<OrderId> kept) {
        house.the(Plans.class).make(desk.actor(), desk.unit(), null).orThrow();
        var plan = drawn(house.the(Plans.class), desk);
        var lines = house.the(Boards.class).of(desk.actor(), plan.id()).orElseThrow().lines().stream()
                .filter(line -> line.volunteer() != null && !kept.contains(line.order()))
                .map(PlanLine::number)
                .collect(Collectors.toSet());
        var sends = house.the(PlanSends.class);
        var begun = sends.some(desk.actor(), plan.id(), plan.version(), lines).orThrow();
        var sent = sends.within(begun, PATIENCE).orElseThrow(() -> new IllegalStateException("not all was sent"));
        if (sent.sent() == 0) {
            throw new IllegalStateException("nobody was asked: " + sent.unsent());
        }
    }

    private static Plan drawn(Plans plans, Desk desk) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (plans.ready(desk.actor(), desk.unit()).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no plan: " + plans.unready(desk.actor(), desk.unit()));
            }
            rest();
        }
        return plans.ready(desk.actor(), desk.unit()).orElseThrow();
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
