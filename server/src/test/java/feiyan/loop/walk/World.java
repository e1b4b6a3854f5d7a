package feiyan.loop.walk;

import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Two counties, a small number of orders in each that everybody wants something of, and the clock over them. */
final class World {

    /** So few that threads meet on them, so many that each has time to live. */
    private static final int HOT = 24;

    private final ApplicationContext house;
    private final WalkClock clock;
    private final PlanTable plans;
    private final List<Town> towns;
    private final Map<CountyId, AtomicReferenceArray<OrderId>> hot;
    private final Map<CountyId, Set<OrderId>> known;
    private final Trail trail = new Trail();
    private final Tally tally = new Tally();
    private final AtomicLong commands = new AtomicLong();

    World(ApplicationContext house, WalkClock clock, PlanTable plans) {
        this(
                house,
                clock,
                plans,
                IntStream.of(1, 2)
                        .mapToObj(which -> new Settling(house, which).town())
                        .toList());
    }

    World(ApplicationContext house, WalkClock clock, PlanTable plans, List<Town> towns) {
        this.house = house;
        this.clock = clock;
        this.plans = plans;
        this.towns = towns;
        this.hot = new ConcurrentHashMap<>();
        this.known = new ConcurrentHashMap<>();
        for (var town : towns) {
            hot.put(town.county(), new AtomicReferenceArray<>(HOT));
            known.put(town.county(), ConcurrentHashMap.newKeySet());
        }
    }

    List<Town> towns() {
        return towns;
    }

    Town other(Town town) {
        return towns.get(0).equals(town) ? towns.get(1) : towns.get(0);
    }

    WalkClock clock() {
        return clock;
    }

    PlanTable plans() {
        return plans;
    }

    Trail trail() {
        return trail;
    }

    Tally tally() {
        return tally;
    }

    long next() {
        return commands.incrementAndGet();
    }

    ApplicationContext house() {
        return house;
    }

    <T> T the(Class<T> door) {
        return house.getBean(door);
    }

    int place(SplittableRandom dice) {
        return dice.nextInt(HOT);
    }

    @Nullable
    OrderId hot(Town town, int place) {
        return places(town).get(place);
    }

    /** Some that are on everybody's desk now. */
    List<OrderId> hot(Town town, SplittableRandom dice, int howMany) {
        var found = new ArrayList<OrderId>();
        for (int i = 0; i < howMany; i++) {
            var order = hot(town, place(dice));
            if (order != null && !found.contains(order)) {
                found.add(order);
            }
        }
        return found;
    }

    /** From now on people come and go here with this order; whichever was here before is left to the clock. */
    void put(Town town, int place, OrderId order) {
        places(town).set(place, order);
    }

    private AtomicReferenceArray<OrderId> places(Town town) {
        return Objects.requireNonNull(hot.get(town.county()));
    }

    /** Said before it is placed: from then on there may be one by this id in the county. */
    void expect(Town town, OrderId order) {
        Objects.requireNonNull(known.get(town.county())).add(order);
    }

    boolean mayHave(CountyId county, OrderId order) {
        return Objects.requireNonNull(known.get(county)).contains(order);
    }
}
