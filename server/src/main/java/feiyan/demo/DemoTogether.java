package feiyan.demo;

import feiyan.orders.Channel;
import feiyan.orders.GroupOrders;
import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A telephone class for three elders, put together by the clerk, and three more who ask for the same. */
@Component
class DemoTogether {

    private static final String PROJECT = "JY09";
    private static final List<Integer> IN_THE_GROUP = List.of(3, 4, 5);
    private static final List<Integer> STILL_ALONE = List.of(6, 7, 8);

    private final GroupOrders groups;
    private final Scene scene;

    DemoTogether(GroupOrders groups, Scene scene) {
        this.groups = groups;
        this.scene = scene;
    }

    void plan(World world, Instant now) {
        var day = Scene.day(now, 4);
        var children = new ArrayList<Life>();
        world.days()
                .plan(
                        now.minus(Duration.ofHours(3)),
                        () -> IN_THE_GROUP.forEach(
                                home -> children.add(scene.asks(world, home, PROJECT, Channel.TELEPHONE, day))));
        world.days().plan(now.minus(Duration.ofMinutes(80)), () -> merge(world, day, children));
        world.days()
                .plan(
                        now.minus(Duration.ofMinutes(50)),
                        () -> STILL_ALONE.forEach(home -> scene.asks(world, home, PROJECT, Channel.TELEPHONE, day)));
    }

    private void merge(World world, Slot day, List<Life> children) {
        var clerk = Scene.clerk(world);
        var group = groups.group(
                        clerk, world.land().story().id(), world.project(PROJECT).id(), day)
                .orThrow();
        children.forEach(
                child -> groups.merge(clerk, child.id(), scene.look(child).version(), group)
                        .orThrow());
    }
}
