package feiyan.dispatch.web;

import feiyan.calendar.WorkingTime;
import feiyan.dispatch.plan.LineState;
import feiyan.dispatch.plan.PlanLine;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the board in words.
 *
 * @param volunteer by name; null: nobody
 * @param nextBest by name; null: nobody else could
 * @param instead who is asked no more, by name
 */
record PlanRow(
        PlanLine line,
        ServiceSheet order,
        String project,
        String village,
        @Nullable String volunteer,
        List<Reason> reasons,
        @Nullable String nextBest,
        @Nullable String instead) {

    public LocalDate day() {
        return day(line.time());
    }

    static LocalDate day(Slot time) {
        return LocalDate.ofInstant(time.from(), WorkingTime.ZONE);
    }

    /** Somebody is still to be found. */
    public boolean isOpen() {
        return line.state() == LineState.OPEN || line.state() == LineState.REFUSED;
    }

    /** The order was taken back, served or agreed since: there is nothing to send any more. */
    public boolean isOver() {
        return isOver(order);
    }

    static boolean isOver(ServiceSheet order) {
        return switch (order.state()) {
            case APPROVED, OFFERED -> false;
            case NEW, SUBMITTED, RETURNED, ACCEPTED, IN_SERVICE, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> true;
        };
    }

    public boolean canBeSent() {
        return line.state().isToSend() && !isOver();
    }

    /** Sent with all others at one press; what was refused once is ticked by hand. */
    boolean goesWithAll() {
        return line.state() == LineState.PROPOSED && !isOver();
    }

    /** What became of it, as a message's last part. */
    public String standing() {
        if (line.state().isOut()) {
            return "OFFER_" + line.answer();
        }
        return isOver() && order.state() != State.ACCEPTED
                ? "OVER"
                : line.state().name();
    }

    /** How it stands. */
    record Chip(String tone, String icon) {}

    /** Null for what is proposed, as most is: then nothing is to be said. */
    public @Nullable Chip getChip() {
        return switch (standing()) {
            case "PROPOSED" -> null;
            case "OFFER_ACCEPTED" -> new Chip("good", "done");
            case "OFFER_OPEN" -> new Chip("wait", "clock");
            case "OPEN", "REFUSED", "OFFER_DECLINED", "OFFER_EXPIRED" -> new Chip("bad", "stop");
            default -> new Chip("info", "clock");
        };
    }

    /** What is looked through by name: people and numbers. */
    public String found() {
        return ((volunteer == null ? "" : volunteer + " ") + order.number()).toLowerCase(Locale.ROOT);
    }

    boolean matches(PlanQuery query) {
        return (query.day() == null || query.day().equals(day()))
                && (query.project() == null || query.project().equals(order.project()))
                && (query.village() == null || query.village().equals(order.station()))
                && (!query.onlyOpen() || isOpen())
                && found().contains(query.words());
    }
}
