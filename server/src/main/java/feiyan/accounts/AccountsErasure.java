package feiyan.accounts;

import feiyan.platform.Replays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The identity itself goes by {@link Identities}, with the known devices; here are the consents, which stay as purposes
 * and moments, where somebody was signed in, and what they wrote about their tokens.
 */
@Component
class AccountsErasure implements Erasure {

    private final JdbcClient jdbc;
    private final Replays replays;

    AccountsErasure(JdbcClient jdbc, Replays replays) {
        this.jdbc = jdbc;
        this.replays = replays;
    }

    @Override
    public Set<String> erases() {
        return Set.of(
                "account",
                "person",
                "consent",
                "sign_in_code",
                "known_device",
                "stay",
                "api_token",
                "api_replay",
                "password_reset",
                "spring_session",
                "spring_session_attributes");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "api_token_event", "that a token was made and ended, and who did it, by id",
                "throttle", "keyed hashes of tries, which nobody can find by person; swept after 25 hours",
                "account_act", "on its way into the audit for a second, by id",
                "founding_link", "the hash of a link, of nobody",
                "sensitive_view", "the audit: who saw whose data, by id",
                "outbox", "what happened, by id; swept by policy",
                "policy", "who decided a setting, by id",
                "policy_change", "who changed a setting, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        execute(leaving, "update consent set guardian = null where county_id = :county and person_id = :person");
        execute(leaving, "delete from stay where county_id = :county and person_id = :person");
        replays.forgetAll(leaving.county(), withoutWords(leaving));
        return false;
    }

    private void execute(Leaving leaving, String sql) {
        jdbc.sql(sql)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
    }

    /** A purpose is in the owner's own words. Without a hash no secret fits, whatever becomes of the row. */
    private List<UUID> withoutWords(Leaving leaving) {
        return jdbc.sql("""
                        update api_token set purpose = '', secret_hash = ''
                        where county_id = :county and person_id = :person returning id
                        """)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }
}
