package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.WeekHours;
import java.time.LocalDateTime;
import java.util.Optional;

/** Which change the reason of a no suggests: a pure function of who said it, to what, and why. */
final class DeclineTeaches {

    private static final int KILOMETRE = 1000;

    /** Nobody's radius is smaller: that is the next house. */
    private static final int LEAST_RADIUS = 500;

    private DeclineTeaches() {}

    /** Empty where the reason says nothing that could be changed, or it has been changed already. */
    static Optional<SuggestedChange> of(
            String reason, Volunteer volunteer, ServiceSheet order, Slot proposed, String skill) {
        return switch (reason) {
            case "too_far" -> nearer(volunteer, order);
            case "no_time" -> lessFree(volunteer, proposed);
            case "not_my_skill" -> withoutSkill(volunteer, skill);
            default -> Optional.empty();
        };
    }

    private static Optional<SuggestedChange> nearer(Volunteer volunteer, ServiceSheet order) {
        var home = volunteer.home();
        var place = order.place();
        if (home == null || place == null) {
            return Optional.empty();
        }
        int way = (int) home.metresTo(place);
        int radius = below(way);
        return way > radius && radius < volunteer.radiusMetres()
                ? Optional.of(new SuggestedChange.Nearer(way, volunteer.radiusMetres(), radius))
                : Optional.empty();
    }

    /** The last whole kilometre before the way ends: people think in those, and the profile shows them. */
    private static int below(int way) {
        return Math.max(LEAST_RADIUS, (way - 1) / KILOMETRE * KILOMETRE);
    }

    private static Optional<SuggestedChange> lessFree(Volunteer volunteer, Slot proposed) {
        var from = LocalDateTime.ofInstant(proposed.from(), ServiceRules.CHINA);
        var to = LocalDateTime.ofInstant(proposed.to(), ServiceRules.CHINA);
        var hours = volunteer.freeHours().and(WeekHours.touched(from, to));
        return hours.count() == 0 ? Optional.empty() : Optional.of(new SuggestedChange.LessFree(hours));
    }

    private static Optional<SuggestedChange> withoutSkill(Volunteer volunteer, String skill) {
        return volunteer.skills().contains(skill)
                ? Optional.of(new SuggestedChange.WithoutSkill(
                        skill, volunteer.skills().size() == 1))
                : Optional.empty();
    }
}
