package feiyan.privacy;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was put right, and what was asked to be. That somebody was forgotten, and when, stays: it is the proof. */
@Component
class PrivacyErasure implements Erasure {

    private static final List<String> TABLES = List.of("person_correction", "correction_request");

    private final JdbcClient jdbc;

    PrivacyErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> erases() {
        return Set.copyOf(TABLES);
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of("deletion_request", "that somebody was forgotten, and when, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        for (var table : TABLES) {
            jdbc.sql("delete from " + table + " where county_id = :county and person_id = :person")
                    .param("county", leaving.county().value())
                    .param("person", leaving.id())
                    .update();
        }
        return false;
    }
}
