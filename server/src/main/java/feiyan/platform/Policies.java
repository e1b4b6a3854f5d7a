package feiyan.platform;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counties' own settings. Who may change them is decided by whoever asks on a person's behalf. */
@Component
public class Policies {

    private final JdbcClient db;
    private final InstantSource clock;
    private final Transactions transactions;

    Policies(JdbcClient db, InstantSource clock, Transactions transactions) {
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Policy of(CountyId county) {
        var decided = new HashMap<String, String>();
        db.sql("select key, value from policy where county_id = :county")
                .param("county", county.value())
                .query(row -> {
                    decided.put(row.getString("key"), row.getString("value"));
                });
        return new Policy(decided);
    }

    /** Refused as {@code policy.out_of_bounds} for what no county may decide. */
    public <T> Outcome<Policy> set(CountyId county, Setting<T> setting, T value, @Nullable UUID by) {
        var text = setting.write().apply(value);
        if (!setting.allows(value)) {
            return Outcome.refused("policy.out_of_bounds", setting.key(), text);
        }
        return transactions.write(() -> {
            save(county, setting.key(), text, by);
            return Outcome.done(of(county));
        });
    }

    private void save(CountyId county, String key, String text, @Nullable UUID by) {
        db.sql("""
                insert into policy (county_id, key, value, set_by, set_at)
                values (:county, :key, :value, :by, :at)
                on conflict (county_id, key)
                do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .param("county", county.value())
                .param("key", key)
                .param("value", text)
                .param("by", by)
                .param("at", DbTime.of(clock.instant()))
                .update();
    }
}
