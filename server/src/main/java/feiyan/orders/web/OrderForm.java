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

    /** Fills in what is known of the requester where nothing was written yet. */
    OrderForm filledFrom(Known known) {
        return new OrderForm(
                project,
                need,
                station == null ? known.station() : station,
                isBlank(address) ? known.address() : address,
                isBlank(recipient) ? known.recipient() : recipient,
                isBlank(phone) ? known.phone() : phone,
                day,
                part == null ? DayPart.ANY : part,
                urgent);
    }

    /**
     * What is known of somebody before they write.
     *
     * @param address where the last service was
     */
    record Known(
            @Nullable UnitId station,
            @Nullable String address,
            @Nullable String recipient,
            @Nullable String phone) {}

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    boolean isUrgent() {
        return Boolean.TRUE.equals(urgent);
    }
}
