package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An order that is, or might be, served together with others, as the unit in charge sees it.
 *
 * @param parent the group it is in, if it is
 * @param unit where it stands
 * @param minutes how long it takes
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
        String recipient) {}
