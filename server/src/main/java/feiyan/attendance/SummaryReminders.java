package feiyan.attendance;

import feiyan.dispatch.OfferId;
import feiyan.dispatch.ServedTeams;
import feiyan.dispatch.ServedTeams.Led;
import feiyan.orders.OrderMoved;
import feiyan.orders.Verb;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A day after a team has served, whoever leads it is reminded of the summary, once. The reminder is laid into the
 * outbox with the end of the service and comes when it is due; whether it is still wanted is asked then.
 */
@Component
public class SummaryReminders {

    /** The outbox row that comes a day later; its subject is the team's offer. */
    public static final String KIND = "summary.missing";

    static final Duration PATIENCE = Duration.ofDays(1);

    private final ServedTeams teams;
    private final SummaryRows rows;
    private final Outbox outbox;

    SummaryReminders(ServedTeams teams, SummaryRows rows, Outbox outbox) {
        this.teams = teams;
        this.rows = rows;
        this.outbox = outbox;
    }

    @EventListener
    void plan(OrderMoved moved) {
        if (moved.verb() == Verb.FINISH) {
            teams.of(moved.county(), moved.order())
                    .forEach(offer -> outbox.tell(
                            moved.county(),
                            KIND,
                            offer.value(),
                            moved.version(),
                            moved.at().plus(PATIENCE)));
        }
    }

    /** Who is to be reminded; empty where it was told in the meantime or the service is not over after all. */
    public Optional<Led> missing(CountyId county, OfferId offer) {
        return teams.over(county, offer)
                .filter(led -> rows.written(county, List.of(offer)).isEmpty());
    }
}
