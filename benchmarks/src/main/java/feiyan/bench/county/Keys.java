package feiyan.bench.county;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Keys and indexes of some tables, taken away while they are filled. Each is made again from the very words in which
 * the database itself describes it, and holds for all rows or is not made.
 */
final class Keys {

    /** The rank is the order of making: an index first, on which a key may rest, and keys to other rows last. */
    private static final String FOUND = """
            select case contype when 'f' then 3 else 2 end as rank,
              format('alter table %1$s drop constraint %2$I', conrelid::regclass, conname) as away,
              format('alter table %1$s add constraint %2$I %3$s', conrelid::regclass, conname,
                pg_get_constraintdef(oid)) as again
            from pg_constraint
            where contype = 'f' and (conrelid = any(?::regclass[]) or confrelid = any(?::regclass[]))
              or contype in ('p', 'u', 'x') and conrelid = any(?::regclass[])
            union all
            select 1, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid = any(?::regclass[])
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
            order by rank, away
            """;

    private static final int PLACES = 4;
    /** After so many something is said. */
    private static final int A_LINE = 25;

    /** For this one transaction: sorting a million rows should not be done on the disk. */
    private static final String ROOM = """
            set local maintenance_work_mem = '512MB'; set local work_mem = '256MB'; set local synchronous_commit = off
            """;

    private final Collection<String> tables;
    private final List<String> again = new ArrayList<>();

    private Keys(Collection<String> tables) {
        this.tables = tables;
    }

    static Keys takenFrom(Connection database, Collection<String> tables) throws SQLException {
        var keys = new Keys(tables);
        var away = new ArrayList<String>();
        try (var query = database.prepareStatement(FOUND)) {
            var names = database.createArrayOf("text", tables.toArray());
            for (int place = 1; place <= PLACES; place++) {
                query.setArray(place, names);
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    away.add(rows.getString("away"));
                    keys.again.add(rows.getString("again"));
                }
            }
        }
        execute(database, List.of(ROOM));
        execute(database, away.reversed());
        return keys;
    }

    void putBack(Connection database, Progress progress) throws SQLException {
        for (int at = 0; at < again.size(); at++) {
            if (at % A_LINE == 0) {
                progress.say("  makes its indexes and keys again, which proves the rows: %d of %d"
                        .formatted(at, again.size()));
            }
            execute(database, List.of(again.get(at)));
        }
    }

    /** As the database does by itself some time after so many new rows; outside any transaction. */
    void count(Connection database) throws SQLException {
        execute(database, List.of("vacuum (analyze) " + String.join(", ", tables), "analyze"));
    }

    private static void execute(Connection database, List<String> statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
