package feiyan.orders;

import feiyan.calendar.WorkingTime;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By when the present holder of an order must have done something: a pure function of its history, the county's policy
 * and the calendar. An urgent order's review and dispatch run around the clock, all else in working time.
 */
final class Deadlines {

    /** What starts the dispatch clock; offers that come to nothing do not start it again. */
    static final Set<Verb> TO_BE_DISPATCHED =
            EnumSet.of(Verb.APPROVE, Verb.GROUP, Verb.GIVE_BACK, Verb.NO_SHOW, Verb.BREAK_OFF);

    private final Policy policy;
    private final WorkingTime working;

    Deadlines(Policy policy, WorkingTime working) {
        this.policy = policy;
        this.working = working;
    }

    /**
     * @param history at least one event, the oldest first
     * @param agreed the time agreed, where there is one
     * @return empty where nobody is waited for
     */
    Optional<Instant> due(List<Happening> history, boolean urgent, @Nullable Slot agreed) {
        return due(history.getLast(), () -> approvedAt(history), urgent, agreed);
    }

    /** @param approved when it began to wait to be dispatched; asked only where that is the case */
    Optional<Instant> due(Happening last, Supplier<Instant> approved, boolean urgent, @Nullable Slot agreed) {
        return switch (last.to()) {
            case SUBMITTED -> Optional.of(within(last.at(), urgent, policy.get(Policy.REVIEW_WORKING_DAYS)));
            case RETURNED -> Optional.of(working.plusWorkingDays(last.at(), policy.get(Policy.ANSWER_WORKING_DAYS)));
            case APPROVED, OFFERED ->
                Optional.of(within(approved.get(), urgent, policy.get(Policy.DISPATCH_WORKING_DAYS)));
            case ACCEPTED -> Optional.ofNullable(agreed).map(Slot::to);
            case IN_SERVICE -> Optional.ofNullable(agreed).map(slot -> slot.to().plus(policy.get(Policy.OVERRUN)));
            case SERVED -> Optional.of(last.at().plus(Duration.ofDays(policy.get(Policy.RATING_DAYS))));
            case NEW, CLOSED, MERGED, REFUSED, CANCELLED -> Optional.empty();
        };
    }

    /** Whether an order waits to be dispatched from that step on; otherwise it has waited since an earlier one. */
    static boolean beginsToWait(Verb verb) {
        return TO_BE_DISPATCHED.contains(verb);
    }

    private Instant within(Instant since, boolean urgent, int workingDays) {
        return urgent ? since.plus(policy.get(Policy.URGENT)) : working.plusWorkingDays(since, workingDays);
    }

    static Instant approvedAt(List<Happening> history) {
        return history.reversed().stream()
                .filter(event -> TO_BE_DISPATCHED.contains(event.verb()))
                .findFirst()
                .map(Happening::at)
                .orElseThrow();
    }
}
