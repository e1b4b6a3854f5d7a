package feiyan.bench.county;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/** What each helper's weeks hold. */
final class WeekTable {

    static final String NAME = "volunteer_week";

    private final CopyTable weeks = new CopyTable(NAME, "county_id, volunteer_id, week, booked_minutes, limit_minutes");
    private final Map<UUID, Integer> present = new HashMap<>();
    private final long county;
    private LocalDate monday = LocalDate.MIN;

    WeekTable(long county) {
        this.county = county;
    }

    /** In the order of days: with the first of a new week the one before is done. */
    void add(PastOrder order) {
        var week = Turns.monday(order.day());
        if (!week.equals(monday)) {
            write();
            monday = week;
        }
        order.comers()
                .forEach(comer ->
                        present.merge(comer.person().value(), order.project().minutes(), Integer::sum));
    }

    private void write() {
        present.forEach((helper, minutes) -> weeks.row(county, helper, monday, minutes, People.WEEKLY_MINUTES));
        present.clear();
    }

    void send(PGConnection database) throws SQLException, IOException {
        write();
        weeks.send(database);
    }
}
