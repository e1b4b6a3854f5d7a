package feiyan.platform;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of any sealed column, by the keys they carry. */
@Repository
class SealedRows {

    /** Where the key's id stands in a sealed value (FieldCipher). */
    private static final String KEY = "substring(t.%s from 3 for 4)";

    private final JdbcClient db;

    SealedRows(JdbcClient db) {
        this.db = db;
    }

    /** Where a walk through a column is; the first begins before all ids. */
    record Place(UUID row, int second) {

        static final Place START = new Place(new UUID(0, 0), 0);
    }

    record Sealed(Place place, byte[] value) {}

    /** The next ones that another key than this one sealed. */
    List<Sealed> next(SealedColumn column, @Nullable CountyId county, int key, Place after, int atMost) {
        var second = column.second() == null ? "0" : "t." + column.second();
        return bound(
                        db.sql("""
                        select t.%1$s as row_id, %2$s as second, t.%3$s as value from %4$s t
                        where %5$s t.%3$s is not null and (t.%1$s, %2$s) > (:row, :second) and %6$s <> :key
                        order by 1, 2 limit :most
                        """.formatted(
                                        column.row(),
                                        second,
                                        column.column(),
                                        column.table(),
                                        county(column),
                                        KEY.formatted(column.column()))),
                        column,
                        county)
                .param("row", after.row())
                .param("second", after.second())
                .param("key", bytes(key))
                .param("most", atMost)
                .query((row, number) -> new Sealed(
                        new Place(row.getObject("row_id", UUID.class), row.getInt("second")), row.getBytes("value")))
                .list();
    }

    /** False where somebody has written it anew meanwhile: that value stands. */
    boolean replace(SealedColumn column, @Nullable CountyId county, Sealed old, byte[] value) {
        var second = column.second() == null ? "0" : "t." + column.second();
        return bound(
                                db.sql("""
                        update %4$s as t set %3$s = :value
                        where %5$s t.%1$s = :row and %2$s = :second and t.%3$s = :old
                        """.formatted(
                                                column.row(),
                                                second,
                                                column.column(),
                                                column.table(),
                                                county(column))),
                                column,
                                county)
                        .param("row", old.place().row())
                        .param("second", old.place().second())
                        .param("old", old.value())
                        .param("value", value)
                        .update()
                == 1;
    }

    /** How many values each key has sealed. */
    Map<Integer, Long> byKey(SealedColumn column, @Nullable CountyId county) {
        var counts = new HashMap<Integer, Long>();
        bound(
                        db.sql("""
                        select %s as key, count(*) as number from %s t where %s t.%s is not null group by 1
                        """.formatted(
                                        KEY.formatted(column.column()),
                                        column.table(),
                                        county(column),
                                        column.column())),
                        column,
                        county)
                .query(row -> {
                    counts.put(ByteBuffer.wrap(row.getBytes("key")).getInt(), row.getLong("number"));
                });
        return counts;
    }

    private static String county(SealedColumn column) {
        return column.ofCounty() ? "t.county_id = :county and" : "";
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, SealedColumn column, @Nullable CountyId county) {
        if (!column.ofCounty()) {
            return statement;
        }
        return statement.param("county", Optional.ofNullable(county).orElseThrow().value());
    }

    private static byte[] bytes(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }
}
