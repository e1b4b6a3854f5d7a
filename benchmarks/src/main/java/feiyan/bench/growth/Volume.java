package feiyan.bench.growth;

import feiyan.bench.county.House;
import java.sql.SQLException;

/** Bytes on the disk: the tables with what is stored beside them, and their indexes. */
record Volume(long tables, long indexes) {

    static final Volume NONE = new Volume(0, 0);

    static Volume of(House house) {
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select sum(pg_table_size(c.oid)), sum(pg_indexes_size(c.oid))
                        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                        """)) {
            rows.next();
            return new Volume(rows.getLong(1), rows.getLong(2));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Volume minus(Volume other) {
        return new Volume(tables - other.tables, indexes - other.indexes);
    }
}
