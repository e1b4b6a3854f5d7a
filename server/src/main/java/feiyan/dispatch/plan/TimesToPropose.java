package feiyan.dispatch.plan;

import feiyan.dispatch.plan.OrderSeats.Standing;
import feiyan.dispatch.pool.Supply;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * For which time each order is planned. Where people were asked already it is set. Else, of the hours that suit, one at
 * which enough people could come; and of those the one that fewest others of its kind have: two hundred haircuts at
 * nine o'clock would all want the same barbers.
 */
@Component
class TimesToPropose {

    /** Hours of the nearest days; a window of a month is not looked through. */
    private static final int LOOKED_AT = 24;

    /** For so many orders there is time to look as often as it takes; beyond, for each this often on average. */
    private static final int LOOKS = 4000;

    private static final int LOOKS_EACH = 2;

    Map<OrderId, Slot> of(
            Supply.Look look, List<ServiceSheet> orders, Map<OrderId, Standing> standings, Policy policy, Instant now) {
        var possible = new PossibleTimes(policy.get(Policy.WAKING_HOURS), now);
        var chosen = new HashMap<OrderId, Slot>();
        var crowd = new Crowd();
        int looks = Math.max(LOOKS, LOOKS_EACH * orders.size());
        for (var order : orders) {
            var standing = standings.getOrDefault(order.id(), Standing.NOBODY);
            var set = standing.time();
            var found = set == null
                    ? withEnough(look, order, standing.open(order), tried(possible, crowd, order), looks)
                    : new Found(set.from().isAfter(now) ? set : null, 0);
            looks -= found.looks();
            if (found.time() != null) {
                chosen.put(order.id(), found.time());
                crowd.add(order, found.time());
            }
        }
        return chosen;
    }

    /** @param looks after how many looks */
    private record Found(@Nullable Slot time, int looks) {}

    private static List<Slot> tried(PossibleTimes possible, Crowd crowd, ServiceSheet order) {
        return possible.of(order)
                .limit(LOOKED_AT)
                .sorted(Comparator.comparingInt(time -> crowd.at(order, time)))
                .toList();
    }

    /** The first at which enough could come, else the first of those at which most could. */
    private static Found withEnough(Supply.Look look, ServiceSheet order, int seats, List<Slot> times, int left) {
        Slot best = times.isEmpty() ? null : times.getFirst();
        int most = 0;
        int looks = 0;
        for (var time : times) {
            if (most >= seats || looks == left) {
                break;
            }
            looks++;
            int people = look.people(order, time, seats);
            if (people > most) {
                best = time;
                most = people;
            }
        }
        return new Found(best, looks);
    }

    /** How many orders of a kind are planned in each hour. */
    private static final class Crowd {

        private record Hour(ProjectId project, Instant from) {}

        private final Map<Hour, Integer> orders = new HashMap<>();

        int at(ServiceSheet order, Slot time) {
            return hours(order, time)
                    .mapToInt(hour -> orders.getOrDefault(hour, 0))
                    .sum();
        }

        void add(ServiceSheet order, Slot time) {
            hours(order, time).forEach(hour -> orders.merge(hour, 1, Integer::sum));
        }

        private static Stream<Hour> hours(ServiceSheet order, Slot time) {
            var project = Objects.requireNonNull(order.project());
            return Stream.iterate(
                            time.from().truncatedTo(ChronoUnit.HOURS),
                            from -> from.isBefore(time.to()),
                            from -> from.plus(1, ChronoUnit.HOURS))
                    .map(from -> new Hour(project, from));
        }
    }
}
