package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom an event of a complaint concerns, for whoever tells them. Asked with what the outbox holds. */
@Repository
public class ComplaintStakeholders {

    private final JdbcClient jdbc;

    ComplaintStakeholders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A complaint without its words.
     *
     * @param by who complained
     * @param about the unit it is about: whoever works there is not told
     * @param unit the unit that answers
     * @param toAdministrator whether its administrator answers, nobody standing above the center
     * @param waits whether the unit's answer is still waited for since what happened
     * @param last whether the answer was the last one
     */
    public record Concerned(
            ComplaintId id,
            OrderId order,
            PersonId by,
            UnitId about,
            UnitId unit,
            boolean toAdministrator,
            boolean waits,
            boolean last) {}

    public Optional<Concerned> of(CountyId county, ComplaintId id, int version) {
        return jdbc.sql("""
                select c.id, c.order_id, c.by_id, c.about_unit_id, c.unit_id, c.to_administrator,
                  c.version = e.version and e.to_state in ('OPEN', 'RAISED') as waits, e.to_state = 'CLOSED' as last
                from complaint c
                join complaint_event e on e.county_id = :county and e.complaint_id = c.id and e.version = :version
                where c.county_id = :county and c.id = :id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("version", version)
                .query(ComplaintStakeholders::concerned)
                .optional();
    }

    private static Concerned concerned(ResultSet row, int number) throws SQLException {
        return new Concerned(
                new ComplaintId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new PersonId(row.getObject("by_id", UUID.class)),
                new UnitId(row.getObject("about_unit_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("to_administrator"),
                row.getBoolean("waits"),
                row.getBoolean("last"));
    }
}
