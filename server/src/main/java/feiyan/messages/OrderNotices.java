package feiyan.messages;

import static java.util.stream.Collectors.toUnmodifiableSet;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderParties.Part;
import feiyan.orders.OrderStakeholders;
import feiyan.orders.OrderStakeholders.Event;
import feiyan.orders.Verb;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells what became of an order: those who asked for it and who follows them, those who serve it, and, where a unit was
 * late, the staff of the next. Nobody is told what they did themselves; a unit's new orders lie in its inbox and are
 * not told one by one.
 */
@Component
class OrderNotices implements OutboxHandler {

    private static final String PREFIX = "order.";

    private final OrderStakeholders stakeholders;
    private final HouseholdNotices household;
    private final Staff staff;
    private final NoticeRows notices;

    OrderNotices(OrderStakeholders stakeholders, HouseholdNotices household, Staff staff, NoticeRows notices) {
        this.stakeholders = stakeholders;
        this.household = household;
        this.staff = staff;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Verb.values()).map(verb -> PREFIX + verb.code()).collect(toUnmodifiableSet());
    }

    @Override
    public void handle(OutboxRow row) {
        var order = new OrderId(row.subject());
        var event = stakeholders
                .event(row.county(), order, row.version())
                .orElseThrow(() -> new IllegalStateException("told of an event that is not there: " + row));
        forAskers(event.verb()).ifPresent(kind -> household.tell(row, order, kind, event.reason(), event.actor()));
        forServing(event.verb()).ifPresent(kind -> tellServing(row, order, event, kind));
        if (event.verb() == Verb.ESCALATE && "overdue".equals(event.reason())) {
            var next = staff.holders(row.county(), event.unit(), Role.CLERK, Role.DISPATCHER);
            notices.tell(row, Content.of(NoticeKind.ORDER_OVERDUE, order, event.reason()), next);
        }
    }

    private void tellServing(OutboxRow row, OrderId order, Event event, NoticeKind kind) {
        var serving = stakeholders.parties(row.county(), order, EnumSet.of(Part.LEADER, Part.SEAT));
        notices.tell(row, Content.of(kind, order, event.reason()), others(serving, event));
    }

    private static List<PersonId> others(Collection<PersonId> people, Event event) {
        return people.stream()
                .filter(person -> !Objects.equals(person, event.actor()))
                .toList();
    }

    private static Optional<NoticeKind> forAskers(Verb verb) {
        return switch (verb) {
            case PLACE -> Optional.of(NoticeKind.ORDER_PLACED);
            case ASK_BACK -> Optional.of(NoticeKind.ORDER_ASKED_BACK);
            case APPROVE -> Optional.of(NoticeKind.ORDER_APPROVED);
            case REFUSE -> Optional.of(NoticeKind.ORDER_REFUSED);
            case APPEAL_UPHELD -> Optional.of(NoticeKind.ORDER_APPEAL_UPHELD);
            case RESOLVE -> Optional.of(NoticeKind.ORDER_RESOLVED);
            case MERGE -> Optional.of(NoticeKind.ORDER_MERGED);
            case SPLIT -> Optional.of(NoticeKind.ORDER_SPLIT);
            case CONFIRM -> Optional.of(NoticeKind.ORDER_ACCEPTED);
            case RESCHEDULE -> Optional.of(NoticeKind.ORDER_MOVED);
            case GIVE_BACK -> Optional.of(NoticeKind.ORDER_GIVEN_BACK);
            case NO_SHOW -> Optional.of(NoticeKind.ORDER_NO_SHOW);
            case BREAK_OFF -> Optional.of(NoticeKind.ORDER_BROKEN_OFF);
            case FINISH, SERVED_BY_GROUP -> Optional.of(NoticeKind.ORDER_SERVED);
            case CANCEL -> Optional.of(NoticeKind.ORDER_CANCELLED);
            case LAPSE -> Optional.of(NoticeKind.ORDER_LAPSED);
            case REOPEN -> Optional.of(NoticeKind.ORDER_REOPENED);
            case CLOSE_UNRATED -> Optional.of(NoticeKind.ORDER_CLOSED_UNRATED);
            case GROUP, ANSWER, ESCALATE, HAND_DOWN, OFFER, RUN_DRY, RESEAT, START, RATE -> Optional.empty();
        };
    }

    /** Whoever loses a seat or an offer by an order's end is told by its own row: the order no longer knows them. */
    private static Optional<NoticeKind> forServing(Verb verb) {
        return verb == Verb.CONFIRM
                ? Optional.of(NoticeKind.SERVICE_AGREED)
                : verb == Verb.RESCHEDULE ? Optional.of(NoticeKind.SERVICE_MOVED) : Optional.empty();
    }
}
