package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An order that is, or might be, served together with others, as the unit in charge sees it.
 *
 * @param parent the group it is in, if it is
 * @param unit where it stands
 * @param minutes how long it takes
 * @param part of each day of the window; null where any suits
 * @param recipient empty where the words were erased
 */
public record GroupChild(
        OrderId id,
        int version,
        String number,
        State state,
        @Nullable OrderId parent,
        @Nullable ProjectId project,
        UnitId unit,
        UnitId station,
        Slot window,
        int minutes,
        @Nullable DayPart part,
        String recipient) {

    /** Whether enough of a time is left in the part of the day that suits all of them. */
    boolean fits(Slot slot, @Nullable DayPart all) {
        var needed = Duration.ofMinutes(minutes);
        return all == null ? slot.length().compareTo(needed) >= 0 : all.leaves(slot, needed);
    }
}
