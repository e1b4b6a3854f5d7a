package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.WeekHours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer as the rules see one, for one service.
 *
 * @param skilled has the skill that is asked for
 * @param qualified holds the certificate that is asked for, checked and valid on the day; true where none is
 * @param home null where neither the volunteer nor the unit that keeps the registration has a place on the map
 * @param bookedMinutes of seats in the week of the service
 * @param commitments the seats within a day of the service
 */
public record Helper(
        PersonId id,
        String number,
        String name,
        boolean skilled,
        boolean qualified,
        WeekHours freeHours,
        @Nullable CoarsePosition home,
        int radiusMetres,
        int weeklyLimitMinutes,
        int bookedMinutes,
        @Nullable Integer bornYear,
        @Nullable LocalDate insuredUntil,
        List<Commitment> commitments) {

    public Helper {
        commitments = List.copyOf(commitments);
    }
}
