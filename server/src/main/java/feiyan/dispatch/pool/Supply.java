package feiyan.dispatch.pool;

import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Planning;
import feiyan.dispatch.engine.Weights;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who could come to which order: one reading for a plan's times and for the plan itself. */
@Component
public class Supply {

    private final Pools pools;
    private final Planning planning;
    private final Histories histories;
    private final Reaches reaches;
    private final InstantSource clock;

    Supply(Pools pools, Planning planning, Histories histories, Reaches reaches, InstantSource clock) {
        this.pools = pools;
        this.planning = planning;
        this.histories = histories;
        this.reaches = reaches;
        this.clock = clock;
    }

    /**
     * For orders of one unit's subtree, from memory alone once it is made: thousands of questions after one reading.
     */
    public Look look(CountyId county, UnitId within, Collection<OrderId> orders) {
        return new Look(
                pools.of(county),
                planning.projects(county),
                histories.of(county, orders),
                reaches.of(county, within),
                clock.instant());
    }

    /** As things were at one moment. */
    public static final class Look {

        private final Pool pool;
        private final Map<ProjectId, Project> projects;
        private final Map<OrderId, History> before;
        private final Set<UnitId> units;
        private final Weights weights;
        private final Instant now;

        private Look(
                Pool pool,
                Map<ProjectId, Project> projects,
                Map<OrderId, History> before,
                Set<UnitId> units,
                Instant now) {
            this.pool = pool;
            this.weights = DispatchWeights.of(pool.policy());
            this.projects = projects;
            this.before = before;
            this.units = units;
            this.now = now;
        }

        PlanInputs inputs(PlanMaker.Task task) {
            var wishes = task.orders().stream()
                    .filter(wanted -> wanted.seats() > 0)
                    .map(wanted -> PlanInputs.Wish.of(
                            wanted, projects, before.getOrDefault(wanted.order().id(), History.NONE)))
                    .toList();
            return PlanInputs.of(pool, units, task.weights(), wishes, task.ties(), now);
        }

        /** How many may be asked for that time, counted up to {@code most}. */
        public int people(ServiceSheet order, Slot time, int most) {
            var project = Objects.requireNonNull(projects.get(Objects.requireNonNull(order.project())));
            var history = Objects.requireNonNull(before.get(order.id()));
            var need = new Need(order, Planning.service(project, order, time), history);
            return pool.cheapest(need, weights, most, member -> comesIntoQuestion(member, history), now)
                    .size();
        }

        private boolean comesIntoQuestion(Member member, History history) {
            return units.contains(member.unit())
                    && !history.leavesOut(member.id())
                    && Hushes.of(member, pool.policy(), now).isEmpty();
        }
    }
}
