package feiyan.dispatch;

import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.Policy;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One volunteer before many open orders: the soonest time at which no rule stands against it, or what does. Pure. */
record OpenSeatFit(
        HelperFacts self, Map<ProjectId, Project> projects, Map<UnitId, String> units, Policy policy, Instant now) {

    static final Comparator<OpenSeat> NEAR_AND_SOON = Comparator.comparing(OpenSeat::place);

    private static final int HALF_A_KILOMETRE = 500;

    Optional<OpenSeat> seat(OrderToTake order) {
        return OpenTimes.of(order, policy, now)
                .filter(time -> against(order.sheet(), time).isEmpty())
                .findFirst()
                .map(time -> seat(order, time));
    }

    private OpenSeat seat(OrderToTake order, Slot time) {
        var sheet = order.sheet();
        return new OpenSeat(
                sheet.id(),
                project(sheet),
                units.getOrDefault(sheet.station(), ""),
                sheet.remote(),
                sheet.urgent(),
                time,
                way(sheet),
                sheet.headcount(),
                order.open());
    }

    /** Empty where it is for this volunteer, or for nobody any more. */
    Optional<SeatNotForYou> notForYou(OrderToTake order) {
        var sheet = order.sheet();
        return OpenTimes.of(order, policy, now)
                .map(time -> new SeatNotForYou(
                        service(sheet),
                        units.getOrDefault(sheet.station(), ""),
                        sheet.remote(),
                        time,
                        against(sheet, time)))
                .min(Comparator.comparingInt(one -> one.against().size()))
                .filter(one -> !one.against().isEmpty());
    }

    Set<Obstacle> against(ServiceSheet sheet, Slot time) {
        var service = Planning.service(project(sheet), sheet, time);
        return ServiceRules.against(self.before(sheet.id(), service), service, policy);
    }

    private Project project(ServiceSheet sheet) {
        return Objects.requireNonNull(projects.get(Objects.requireNonNull(sheet.project())));
    }

    String service(ServiceSheet sheet) {
        return project(sheet).name();
    }

    private @Nullable Integer way(ServiceSheet sheet) {
        var metres = metres(sheet);
        return metres == null ? null : rounded(metres);
    }

    /** The straight line; null where one of the places is not known, or nobody needs to come. */
    @Nullable
    Integer metres(ServiceSheet sheet) {
        var home = self.volunteer().home();
        var place = sheet.place();
        return home == null || place == null ? null : (int) home.metresTo(place);
    }

    /** Up to the next half kilometre. */
    private static int rounded(int metres) {
        return Math.max(1, Math.ceilDiv(metres, HALF_A_KILOMETRE)) * HALF_A_KILOMETRE;
    }
}
