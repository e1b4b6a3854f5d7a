package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What those who serve an order are given of it: how much, when and roughly where. Nothing that says for whom.
 *
 * @param standsAt the unit that has it now
 * @param dispatching the unit that approved it last
 * @param project what is to be done; chosen before anything is offered
 * @param place coarse; null for a remote service or where nobody knows
 * @param window when it suits
 * @param part of each day of a longer window; null where any suits, or the window itself says it
 * @param agreed once all seats are filled
 * @param named whom the requester would like to come: asked first, bound to nothing
 */
public record ServiceSheet(
        OrderId id,
        int version,
        State state,
        String number,
        UnitId standsAt,
        UnitId station,
        @Nullable UnitId dispatching,
        @Nullable ProjectId project,
        int headcount,
        int minutes,
        boolean urgent,
        boolean remote,
        boolean confidential,
        @Nullable CoarsePosition place,
        Slot window,
        @Nullable Slot agreed,
        @Nullable PersonId named,
        @Nullable DayPart part) {

    /** When it takes place: as agreed, which may have moved since somebody was asked; until then, as proposed. */
    public Slot timeOr(Slot proposed) {
        return agreed == null ? proposed : agreed;
    }
}
