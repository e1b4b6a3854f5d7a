package feiyan.bench.growth;

import feiyan.bench.county.House;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How often each index has been read since PostgreSQL counts, by its own count. */
final class IndexReads {

    /** A connection at rest tells within ten seconds what it has read. */
    private static final int UNTIL_ALL_IS_TOLD_SECONDS = 12;

    /** What an index is for beside being read: rows alike, rows that others refer to, rows that refer to others. */
    private static final String ALL = """
            select s.relname, s.indexrelname, s.idx_scan, pg_relation_size(s.indexrelid) as bytes,
              array_to_string(array[
                case when i.indisprimary then 'primary key' when i.indisexclusion then 'exclusion'
                  when i.indisunique then 'unique' end,
                (select 'referred to by ' || string_agg(c.conname, ' ' order by c.conname) from pg_constraint c
                  where c.contype = 'f' and c.conindid = s.indexrelid and c.conparentid = 0),
                (select 'for the key ' || string_agg(c.conname, ' ' order by c.conname) from pg_constraint c
                  where c.contype = 'f' and c.conrelid = i.indrelid
                    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)], ', ') as holds
            from pg_stat_user_indexes s join pg_index i on i.indexrelid = s.indexrelid
            where s.schemaname = 'public'
            """;

    private IndexReads() {}

    private record Index(String table, String name, long reads, long bytes, String holds) {}

    static Map<String, Long> of(House house) {
        return all(house).stream().collect(Collectors.toMap(Index::name, Index::reads));
    }

    /** Of tables that grow, the largest first. */
    static List<UnreadIndex> noneSince(Map<String, Long> before, House house) throws InterruptedException {
        TimeUnit.SECONDS.sleep(UNTIL_ALL_IS_TOLD_SECONDS);
        var growing = Growing.in(house);
        return all(house).stream()
                .filter(each -> growing.isLong(each.table()))
                .filter(each -> each.reads() == before.getOrDefault(each.name(), 0L))
                .sorted(Comparator.comparingLong(Index::bytes).reversed().thenComparing(Index::name))
                .map(each -> new UnreadIndex(each.table(), each.name(), each.bytes(), each.holds()))
                .toList();
    }

    private static List<Index> all(House house) {
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var rows = statement.executeQuery(ALL)) {
            var all = new ArrayList<Index>();
            while (rows.next()) {
                all.add(new Index(
                        rows.getString("relname"),
                        rows.getString("indexrelname"),
                        rows.getLong("idx_scan"),
                        rows.getLong("bytes"),
                        rows.getString("holds")));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
