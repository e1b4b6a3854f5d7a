package feiyan.demo;

import feiyan.demo.DemoWords.Need;
import feiyan.demo.Land.Station;
import feiyan.orders.GroupOrders;
import feiyan.orders.OrderBook;
import feiyan.orders.Slot;
import feiyan.units.CoarsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Like needs of one village, served together: three elders, one opera. */
@Component
class DemoGroups {

    /** A need comes in each hour or so until there are enough of them. */
    private static final Duration BETWEEN = Duration.ofMinutes(70);

    static final int CHILDREN = 3;

    private final DemoNeeds needs;
    private final DemoDesks desks;
    private final DemoServices services;
    private final GroupOrders groups;
    private final OrderBook book;
    private final InstantSource clock;

    DemoGroups(
            DemoNeeds needs,
            DemoDesks desks,
            DemoServices services,
            GroupOrders groups,
            OrderBook book,
            InstantSource clock) {
        this.needs = needs;
        this.desks = desks;
        this.services = services;
        this.groups = groups;
        this.book = book;
        this.clock = clock;
    }

    /** From a moment on a village wants the same thing. */
    void want(World world, Instant from, Station station, Need need) {
        var children = new ArrayList<Life>();
        var homes = world.homes().stream()
                .filter(home -> home.station().equals(station))
                .limit(CHILDREN)
                .toList();
        for (int i = 0; i < homes.size(); i++) {
            var home = homes.get(i);
            world.days()
                    .plan(
                            from.plus(BETWEEN.multipliedBy(i)),
                            () -> children.add(needs.arises(world, home, need, Fate.MERGED)));
        }
        var seen = world.time().plus(from.plus(BETWEEN.multipliedBy(CHILDREN)), Duration.ofMinutes(30));
        world.days().plan(seen, () -> merge(world, station, children));
    }

    private void merge(World world, Station station, List<Life> children) {
        var desk = world.offices().at(station.id());
        var project = children.getFirst().project();
        var parent =
                groups.group(desk, station.id(), project.id(), window(world)).orThrow();
        for (var child : children) {
            var order = book.find(child.eyes(), child.id()).orElseThrow();
            groups.merge(desk, child.id(), order.version(), parent).orThrow();
        }
        var place = new CoarsePosition(station.at().latitude(), station.at().longitude());
        var life = new Life(parent, desk, project, station, place, Fate.SMOOTH, children);
        services.approved(new Task(world, life, () -> alone(world, children), 0));
    }

    /** Nobody can serve them all at once: each is looked at for itself. */
    private void alone(World world, List<Life> children) {
        children.forEach(child -> desks.receive(world, child.as(Fate.SMOOTH)));
    }

    private Slot window(World world) {
        return DemoNeeds.someDay(clock.instant(), world.luck());
    }
}
