package feiyan.dispatch;

import feiyan.menu.Project;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.volunteers.TeamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer in the list of who answers for it: what, roughly where and when. Nothing that says for whom.
 *
 * @param team the name of the team that was asked; null where it was the person
 * @param unit the name of the station, which stands for the village
 * @param seated how many seats are filled
 */
public record OfferLine(
        OfferId id,
        OfferState state,
        @Nullable TeamId teamId,
        @Nullable String team,
        ServiceSheet order,
        Project project,
        String unit,
        Slot proposed,
        Instant deadline,
        int seated) {

    /** What is served, for those who need not know the menu. */
    public String service() {
        return project.name();
    }
}
