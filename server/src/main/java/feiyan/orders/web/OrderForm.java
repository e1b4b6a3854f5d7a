package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What the three steps of ordering collect, as it was typed. Carried from step to step in the form itself: nothing is
 * kept on the server before it is sent, and no address ever stands in a link.
 *
 * @param day a date as {@code 2026-11-23}
 * @param part of the day: {@link DayPart}
 * @param urgent cannot wait for office hours; null where the box was not ticked
 */
record OrderForm(
        @Nullable ProjectId project,
        @Nullable String need,
        @Nullable UnitId station,
        @Nullable String address,
        @Nullable String recipient,
        @Nullable String phone,
        @Nullable String day,
        @Nullable DayPart part,
        @Nullable Boolean urgent) {

    static final OrderForm EMPTY = new OrderForm(null, null, null, null, null, null, null, null, null);

    OrderForm with(@Nullable ProjectId chosen) {
        return new OrderForm(chosen, need, station, address, recipient, phone, day, part, urgent);
    }

    OrderForm at(@Nullable UnitId home, @Nullable String name) {
        return new OrderForm(
                project,
                need,
                station == null ? home : station,
                address,
                recipient == null ? name : recipient,
                phone,
                day,
                part == null ? DayPart.ANY : part,
                urgent);
    }

    boolean isUrgent() {
        return Boolean.TRUE.equals(urgent);
    }
}
