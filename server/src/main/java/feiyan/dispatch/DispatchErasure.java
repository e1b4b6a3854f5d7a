package feiyan.dispatch;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Running;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers and seats are codes and ids already. An offer that is still open is nobody's to take and runs out. */
@Component
class DispatchErasure implements Erasure {

    private final JdbcClient jdbc;

    DispatchErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> erases() {
        return Set.of("offer_queue", "offer_reason");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "order_by_request", "which unit’s staff kept an order for those it asks, by id",
                "offer", "who was asked, by id",
                "offer_event", "what became of it, by id",
                "seat", "who served, by id: the minutes hang on it",
                "seat_event", "what became of a seat, by id",
                "volunteer_week", "sums of minutes, by id",
                "time_proposal", "who asked for another time, by id",
                "time_proposal_event", "what became of it, by id",
                "weight_trial", "who tried other weights, by id; goes after thirty days",
                "weight_trial_change", "whom other weights would have named, by id; goes after thirty days");
    }

    @Override
    public List<Running> running(CountyId county, PersonId person) {
        int seats = jdbc.sql("""
                        select count(*) from seat
                        where county_id = :county and volunteer_id = :person and state in ('TAKEN', 'PRESENT')
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
        return seats == 0 ? List.of() : List.of(new Running("seats", seats, "/my-day"));
    }

    @Override
    public boolean step(Leaving leaving) {
        jdbc.sql("delete from offer_queue where county_id = :county and volunteer_id = :person")
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
        jdbc.sql("delete from offer_reason where county_id = :county and volunteer_id = :person")
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
        return false;
    }
}
