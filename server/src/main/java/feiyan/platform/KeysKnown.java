package feiyan.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys that this database was sealed with, by their ids. Asked at each start: a lost key is said then, in one line,
 * and not found out weeks later by whoever needs an address; and a fresh key is never taken for a lost one.
 */
@Repository
class KeysKnown {

    private final JdbcClient db;
    private final InstantSource clock;

    KeysKnown(JdbcClient db, InstantSource clock, KeyRing keys) {
        this.db = db;
        this.clock = clock;
        insist(keys);
        keys.all().forEach(key -> meet(key.id()));
        meet(keys.macId(), "FINGERPRINT");
    }

    private void insist(KeyRing keys) {
        var present = keys.all().stream().map(SealingKey::id).toList();
        db.sql("select key_id, purpose from key_known where retired_at is null order by since")
                .query(row -> {
                    int id = row.getInt("key_id");
                    var there = row.getString("purpose").equals("FIELD") ? present.contains(id) : keys.macId() == id;
                    if (!there) {
                        throw new StartFailure("key_lost", "%08x".formatted(id), keys.home());
                    }
                });
    }

    void meet(int id) {
        meet(id, "FIELD");
    }

    private void meet(int id, String purpose) {
        db.sql("insert into key_known (key_id, purpose, since) values (:id, :purpose, :now) on conflict do nothing")
                .param("id", id)
                .param("purpose", purpose)
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    void retire(int id) {
        db.sql("update key_known set retired_at = :now where key_id = :id and retired_at is null")
                .param("now", DbTime.of(clock.instant()))
                .param("id", id)
                .update();
    }

    Map<Integer, Instant> since() {
        var since = new HashMap<Integer, Instant>();
        db.sql("select key_id, since from key_known where purpose = 'FIELD'").query(row -> {
            since.put(row.getInt("key_id"), DbTime.read(row, "since"));
        });
        return since;
    }
}
