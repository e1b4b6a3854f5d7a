package feiyan.loop.walk;

import feiyan.orders.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a row. */
final class Columns {

    private Columns() {}

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static <T> @Nullable T maybe(ResultSet row, String column, Function<UUID, T> as) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : as.apply(id);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Slot slot(ResultSet row, String from, String to) throws SQLException {
        return new Slot(
                row.getObject(from, OffsetDateTime.class).toInstant(),
                row.getObject(to, OffsetDateTime.class).toInstant());
    }
}
