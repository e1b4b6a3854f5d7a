package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SeatLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it stands in the day of who holds it.
 *
 * @param opens from when one may check in
 * @param presence null until then
 * @param minutes of service, so far or in all; 0 before it begins
 * @param companions who comes along
 */
public record DaySeat(
        SeatLine seat,
        DayStage stage,
        Instant opens,
        @Nullable Presence presence,
        long minutes,
        List<PersonId> companions) {

    DaySeat with(List<PersonId> companions) {
        return new DaySeat(seat, stage, opens, presence, minutes, isOver() ? List.of() : companions);
    }

    public boolean isOver() {
        return stage == DayStage.OVER;
    }

    /** Before it begins, a seat may be given back. */
    public boolean canBeGivenBack(Instant now) {
        return stage != DayStage.OVER
                && presence == null
                && now.isBefore(seat.time().from());
    }
}
