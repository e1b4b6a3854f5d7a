package feiyan.accounts;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The identity itself goes by {@link Identities}; here are the consents, which stay as purposes and moments. */
@Component
class AccountsErasure implements Erasure {

    private final JdbcClient jdbc;

    AccountsErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> erases() {
        return Set.of(
                "account",
                "person",
                "consent",
                "sign_in_code",
                "password_reset",
                "spring_session",
                "spring_session_attributes");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "throttle", "keyed hashes of tries, which nobody can find by person; swept after 25 hours",
                "founding_link", "the hash of a link, of nobody",
                "sensitive_view", "the audit: who saw whose data, by id",
                "outbox", "what happened, by id; swept by policy",
                "policy", "who decided a setting, by id",
                "policy_change", "who changed a setting, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        jdbc.sql("update consent set guardian = null where county_id = :county and person_id = :person")
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
        return false;
    }
}
