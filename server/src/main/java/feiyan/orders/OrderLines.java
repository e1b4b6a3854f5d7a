package feiyan.orders;

import static java.util.Objects.requireNonNull;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns that each list of orders shares. */
final class OrderLines {

    static final String COLUMNS = """
            o.county_id, o.id, o.number, o.state, o.project_id, o.station_id, o.unit_id, o.window_from, o.window_to, \
            o.agreed_from, o.agreed_to, o.urgent, o.rated, o.due_at
            """;

    private OrderLines() {}

    static OrderLine of(ResultSet row, @Nullable String need) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        var agreed = instant(row, "agreed_from");
        return new OrderLine(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                project == null ? null : new ProjectId(project),
                new UnitId(row.getObject("station_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new Slot(requireNonNull(instant(row, "window_from")), requireNonNull(instant(row, "window_to"))),
                agreed == null ? null : new Slot(agreed, requireNonNull(instant(row, "agreed_to"))),
                row.getBoolean("urgent"),
                row.getBoolean("rated"),
                instant(row, "due_at"),
                need);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
