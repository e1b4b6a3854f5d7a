package feiyan.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Something that happened: which kind, to which row, as of which version. Whoever wants to know more looks it up. */
public record OutboxRow(CountyId county, UUID id, String kind, UUID subject, int version, Instant at) {

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                new CountyId(row.getLong("county_id")),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                row.getInt("subject_version"),
                DbTime.read(row, "at"));
    }
}
