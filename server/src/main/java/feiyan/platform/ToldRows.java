package feiyan.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The statement that writes what one transaction tells in a county, with what goes to the database before and after it
 * by the same way. A step tells one thing to three; rows named one by one cost PostgreSQL half of what lists do.
 */
final class ToldRows {

    private static final String INSERT =
            "insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)";

    private static final String LISTS = INSERT + """
             select :county, told.id, told.kind, told.subject, told.version, told.at, told.at
            from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :versions::int[], :ats::timestamptz[])
              as told (id, kind, subject, version, at)
            """;

    private static final int FEW = 4;

    /** For one row, for two, and so on. */
    private final List<String> few;

    private final String many;

    ToldRows(String before, String after) {
        this.few = IntStream.rangeClosed(1, FEW)
                .mapToObj(rows -> before + insertOf(rows) + after)
                .toList();
        this.many = before + LISTS + after;
    }

    record Told(CountyId county, UUID id, String kind, UUID subject, int version, Instant at) {}

    private static String insertOf(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(at -> "(:county, :id#, :kind#, :subject#, :version#, :at#, :at#)".replace("#", "" + at))
                .collect(Collectors.joining(", ", INSERT + " values ", ""));
    }

    /** @param all of one county, and at least one */
    StatementSpec of(List<Told> all, JdbcClient db) {
        var insert = all.size() <= FEW ? few(all, db) : many(all, db);
        return insert.param("county", all.getFirst().county().value());
    }

    private StatementSpec few(List<Told> all, JdbcClient db) {
        var insert = db.sql(few.get(all.size() - 1));
        for (int at = 0; at < all.size(); at++) {
            var told = all.get(at);
            insert = insert.param("id" + at, told.id())
                    .param("kind" + at, told.kind())
                    .param("subject" + at, told.subject())
                    .param("version" + at, told.version())
                    .param("at" + at, DbTime.of(told.at()));
        }
        return insert;
    }

    private StatementSpec many(List<Told> all, JdbcClient db) {
        return db.sql(many)
                .param("ids", each(all, Told::id).toArray(UUID[]::new))
                .param("kinds", each(all, Told::kind).toArray(String[]::new))
                .param("subjects", each(all, Told::subject).toArray(UUID[]::new))
                .param("versions", each(all, Told::version).toArray(Integer[]::new))
                .param("ats", each(all, told -> told.at().toString()).toArray(String[]::new));
    }

    private static <T> List<T> each(List<Told> all, Function<Told, T> what) {
        return all.stream().map(what).toList();
    }
}
