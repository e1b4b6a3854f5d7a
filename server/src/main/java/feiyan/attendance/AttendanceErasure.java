package feiyan.attendance;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.orders.OrderId;
import feiyan.orders.WordsErasure;
import feiyan.platform.CountyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Summaries go with who wrote them and with the order they tell of; minutes stay. */
@Component
class AttendanceErasure implements Erasure, WordsErasure {

    private final JdbcClient db;

    AttendanceErasure(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> erases() {
        return Set.of("service_summary");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "attendance", "who was there from when to when, by id: records of service stand ten years",
                "attendance_correction", "moments put right, by id",
                "attendance_proof",
                        "when a seat's holder was at the door without a network: moments, by the seat's id");
    }

    @Override
    public boolean step(Leaving leaving) {
        db.sql("""
                update service_summary set words = null, experience = null
                where county_id = :county and written_by = :person
                """)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
        return false;
    }

    @Override
    public void eraseWords(CountyId county, Collection<OrderId> orders, Instant now) {
        db.sql("""
                update service_summary set words = null, experience = null
                where county_id = :county and order_id = any(:orders)
                """)
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
    }
}
