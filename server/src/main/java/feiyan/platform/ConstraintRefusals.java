package feiyan.platform;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that two honest people can run into at once, and what the slower one is told. Any other violation is
 * a bug and stays an exception.
 */
final class ConstraintRefusals {

    private static final Map<String, String> CODES = Map.ofEntries(
            entry("order_is_its_last_event", "order.moved_on"),
            entry("service_order_pkey", "order.placed_already"),
            entry("order_event_pkey", "order.moved_on"),
            entry("event_follows", "order.moved_on"),
            entry("seat_no_overlap", "seat.overlap"),
            entry("seat_one_place", "seat.taken"),
            entry("seat_one_each", "seat.yours_already"),
            entry("week_not_overfull", "seat.week_full"),
            entry("offer_team_once", "offer.open_already"),
            entry("offer_volunteer_once", "offer.open_already"),
            entry("order_follower_once", "family.allowed_already"),
            entry("staff_post_once", "post.held_already"),
            entry("post_auditor_only", "post.separate_duties"),
            entry("account_phone_key_key", "phone.taken"),
            entry("person_county_id_phone_key_key", "phone.taken"),
            entry("correction_request_once", "correction.asked_already"),
            entry("dispatch_plan_one_making", "plan.being_made"),
            entry("plan_line_once", "plan.cannot_take"),
            entry(SpentKey.SPENT, "try_again"));

    private ConstraintRefusals() {}

    static Optional<Refusal> of(@Nullable String constraint) {
        if (constraint == null) {
            return Optional.empty();
        }
        return CODES.entrySet().stream()
                .filter(entry -> constraint.startsWith(entry.getKey()))
                .map(entry -> Refusal.of(entry.getValue()))
                .findFirst();
    }
}
