package feiyan.accounts;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column's value as a copy can show it: words, numbers, yes and no, moments, lists of words. */
final class Plain {

    private Plain() {}

    static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> null;
            case Timestamp moment -> moment.toInstant();
            case Date day -> day.toLocalDate();
            case UUID id -> id.toString();
            case Array list -> List.of((Object[]) list.getArray());
            case byte[] _ ->
                throw new IllegalStateException(
                        "sealed and not named: " + row.getMetaData().getColumnLabel(column));
            case Number number -> number;
            case Boolean yes -> yes;
            case Object words -> words.toString();
        };
    }
}
