package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.OutboxRow;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom of the pool something told in the outbox may have changed. */
@Repository
class Touched {

    private static final String VOLUNTEER = "volunteer.";
    private static final String SEAT = "seat.";
    private static final String OFFER = "offer.";
    private static final String ORDER = "order.";
    private static final String UNIT = "unit.";

    /** Told once for a list of many: each would be a row, and all are read anew anyway. */
    private static final String MANY = "volunteer.many_changed";

    private final JdbcClient db;

    Touched(JdbcClient db) {
        this.db = db;
    }

    static boolean isAll(OutboxRow row) {
        return row.kind().equals(MANY);
    }

    /** An order's grade, place or confidence changes those who served it or will. */
    Set<PersonId> by(CountyId county, List<OutboxRow> rows) {
        return db
                .sql("""
                select p.id from unnest(:people) as p (id)
                union
                select s.volunteer_id from seat s where s.county_id = :county and s.id = any(:seats)
                union
                select s.volunteer_id from seat s where s.county_id = :county and s.order_id = any(:orders)
                union
                select f.volunteer_id from offer f
                where f.county_id = :county and f.id = any(:offers) and f.volunteer_id is not null
                union
                select v.volunteer_id from serving_volunteer v
                where v.county_id = :county and v.unit_id = any(:units)
                """)
                .param("county", county.value())
                .param("people", subjects(rows, VOLUNTEER))
                .param("seats", subjects(rows, SEAT))
                .param("orders", subjects(rows, ORDER))
                .param("offers", subjects(rows, OFFER))
                .param("units", subjects(rows, UNIT))
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static UUID[] subjects(List<OutboxRow> rows, String kinds) {
        return rows.stream()
                .filter(row -> row.kind().startsWith(kinds))
                .map(OutboxRow::subject)
                .distinct()
                .toArray(UUID[]::new);
    }
}
