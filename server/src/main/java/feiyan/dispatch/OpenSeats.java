package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.WaitingOrders;
import feiyan.platform.CountyId;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.volunteers.Volunteer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door to what a volunteer can take now: read in a dozen queries, judged by the one rule set in memory. */
@Component
public class OpenSeats {

    /** So many orders are judged, those that end soonest: more nobody looks through on a phone. */
    static final int LOOKED_AT = 400;

    private final HelperFactsRows helpers;
    private final WaitingOrders waiting;
    private final OrdersToTake orders;
    private final OpenSeatReach reach;
    private final Planning planning;
    private final Units units;
    private final InstantSource clock;

    OpenSeats(
            HelperFactsRows helpers,
            WaitingOrders waiting,
            OrdersToTake orders,
            OpenSeatReach reach,
            Planning planning,
            Units units,
            InstantSource clock) {
        this.helpers = helpers;
        this.waiting = waiting;
        this.orders = orders;
        this.reach = reach;
        this.planning = planning;
        this.units = units;
        this.clock = clock;
    }

    /** For a volunteer; for everybody else there is nothing. */
    public OpenSeatBoard of(Actor actor) {
        var county = actor.county();
        var now = clock.instant();
        var policy = planning.policy(county);
        if (!policy.get(Policy.OPEN_SEATS)) {
            return OpenSeatBoard.OFF;
        }
        return helpers.of(county, actor.person(), new Slot(now, now.plus(OpenTimes.HORIZON)))
                .map(self -> board(county, self, policy, now))
                .orElse(OpenSeatBoard.NOTHING);
    }

    private OpenSeatBoard board(CountyId county, HelperFacts self, Policy policy, Instant now) {
        var projects = planning.projects(county);
        var sheets =
                waiting.within(county, reach.of(county, self, projects), now, now.plus(OpenTimes.HORIZON), LOOKED_AT);
        var open = orders.of(county, self.volunteer().id(), sheets).stream()
                .filter(order -> order.closed().isEmpty())
                .toList();
        var stations = open.stream().map(order -> order.sheet().station()).collect(Collectors.toSet());
        var fit = new OpenSeatFit(self, projects, units.names(county, stations), policy, now);
        return new OpenSeatBoard(
                true,
                open.stream()
                        .flatMap(order -> fit.seat(order).stream())
                        .sorted(OpenSeatFit.NEAR_AND_SOON)
                        .toList(),
                open.stream()
                        .filter(order -> isOfTheVillage(order.sheet(), self.volunteer()))
                        .flatMap(order -> fit.notForYou(order).stream())
                        .toList());
    }

    private static boolean isOfTheVillage(ServiceSheet order, Volunteer volunteer) {
        return order.station().equals(volunteer.unit());
    }
}
