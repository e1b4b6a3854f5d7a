package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Of whom something is asked: of all in the county, or of some. Two statements rather than one with an "or", which the
 * database could not plan well for both.
 */
record Whose(CountyId county, List<UUID> some, boolean all) {

    static Whose all(CountyId county) {
        return new Whose(county, List.of(), true);
    }

    static Whose of(CountyId county, Collection<PersonId> some) {
        return new Whose(county, some.stream().map(PersonId::value).distinct().toList(), false);
    }

    /** @param sql has {@code {some}} where it says whose, after an "and" or alike; {@code column} names them */
    StatementSpec ask(JdbcClient db, String sql, String column) {
        var spec = db.sql(sql.replace("{some}", all ? "" : "and %s = any(:people)".formatted(column)))
                .param("county", county.value());
        return all ? spec : spec.param("people", some.toArray(UUID[]::new));
    }
}
