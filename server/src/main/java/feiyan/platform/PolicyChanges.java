package feiyan.platform;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which setting, from what to what. Added to and read, never edited. */
@Component
public class PolicyChanges {

    public static final int PAGE = 20;

    private final JdbcClient db;

    PolicyChanges(JdbcClient db) {
        this.db = db;
    }

    void add(CountyId county, String key, @Nullable String before, String after, @Nullable UUID by, Instant at) {
        db.sql("""
                insert into policy_change (county_id, id, key, old_value, new_value, changed_by, at)
                values (:county, :id, :key, :before, :after, :by, :at)
                """)
                .param("county", county.value())
                .param("id", Ids.next())
                .param("key", key)
                .param("before", before)
                .param("after", after)
                .param("by", by, Types.OTHER)
                .param("at", DbTime.of(at))
                .update();
    }

    /** At most {@value #PAGE}, those before {@code before}; the latest first. */
    public List<PolicyChange> latest(CountyId county, @Nullable UUID before) {
        return db.sql("""
                select id, key, old_value, new_value, changed_by, at from policy_change
                where county_id = :county and id < :before
                order by id desc limit :most
                """)
                .param("county", county.value())
                .param("before", before == null ? new UUID(-1, -1) : before)
                .param("most", PAGE)
                .query((row, number) -> new PolicyChange(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("old_value"),
                        row.getString("new_value"),
                        row.getObject("changed_by", UUID.class),
                        DbTime.read(row, "at")))
                .list();
    }
}
