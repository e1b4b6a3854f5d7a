package feiyan.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A center, institute, station or point. Nothing in it is private: every resident may know where a station is and how
 * to call it.
 *
 * @param parent null for the center alone
 * @param areaCode the area it serves, where it has one
 */
public record Unit(
        UnitId id,
        Tier tier,
        String name,
        @Nullable UnitId parent,
        @Nullable String areaCode,
        @Nullable String phone,
        @Nullable Position position,
        boolean open) {

    static Unit of(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        var latitude = row.getObject("latitude", Double.class);
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                Tier.valueOf(row.getString("tier")),
                row.getString("name"),
                parent == null ? null : new UnitId(parent),
                row.getString("area_code"),
                row.getString("phone"),
                latitude == null ? null : new Position(latitude, row.getDouble("longitude")),
                row.getObject("closed_at") == null);
    }
}
