package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ServiceSheet} from a row that has its columns. */
final class SheetMapper {

    private SheetMapper() {}

    static ServiceSheet map(ResultSet row, int number) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        var named = row.getObject("named_id", UUID.class);
        var dispatching = row.getObject("dispatching_unit_id", UUID.class);
        return new ServiceSheet(
                new OrderId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getString("number"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new UnitId(row.getObject("station_id", UUID.class)),
                dispatching == null ? null : new UnitId(dispatching),
                project == null ? null : new ProjectId(project),
                row.getInt("headcount"),
                row.getInt("duration_minutes"),
                row.getBoolean("urgent"),
                row.getBoolean("remote"),
                row.getBoolean("confidential"),
                place(row),
                new Slot(DbTime.read(row, "window_from"), DbTime.read(row, "window_to")),
                agreed(row),
                named == null ? null : new PersonId(named),
                DayPart.of(row.getString("part")).orElse(null));
    }

    private static @Nullable CoarsePosition place(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null || row.getBoolean("remote")
                ? null
                : new CoarsePosition(latitude, row.getDouble("longitude"));
    }

    private static @Nullable Slot agreed(ResultSet row) throws SQLException {
        var from = DbTime.readNullable(row, "agreed_from");
        return from == null ? null : new Slot(from, DbTime.read(row, "agreed_to"));
    }
}
