package feiyan.platform;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much of a table or view is older than a moment: for whoever implements {@link Retained}. */
public final class DueRows {

    private DueRows() {}

    /** @param from what follows {@code from}, with the county bound as {@code :county} and {@code :before} used */
    public static Retained.Due count(JdbcClient db, String time, String from, CountyId county, Instant before) {
        return db.sql("select count(*) as number, min(%1$s) as oldest, max(%1$s) as newest from %2$s"
                        .formatted(time, from))
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .query((row, number) -> new Retained.Due(
                        row.getLong("number"), DbTime.readNullable(row, "oldest"), DbTime.readNullable(row, "newest")))
                .single();
    }
}
