package feiyan.platform;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The key of a machine's request with what was answered to it, as it is kept at the end of its transaction.
 *
 * @param fingerprint keyed, of everything that says what is to be done
 * @param at when it is spent
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are written; nobody compares such a record.
record SpentKey(
        CountyId county,
        UUID token,
        String key,
        byte[] fingerprint,
        int status,
        String type,
        String body,
        Instant at,
        Instant expires) {

    /** The constraint that speaks where the key is spent and not over: nothing that stands after this is done then. */
    static final String SPENT = "replay_never_twice";

    /**
     * Of two at once the second waits here for the first. One that is over is free again; for any other there is no
     * time at which it could be spent, and the row that says so is refused ({@link #SPENT}). That row stands in the
     * database's log and in the driver's error, so it does not have what was answered.
     */
    static final String INSERT = """
            insert into api_replay (county_id, token_id, key, fingerprint, status, type, body, at, expires_at)
            values (:ofCounty, :token, :key, :fingerprint, :status, :type, :body, :spent, :expires)
            on conflict (county_id, token_id, key) do update set fingerprint = excluded.fingerprint,
              status = excluded.status, type = excluded.type, expires_at = excluded.expires_at,
              body = case when api_replay.expires_at <= excluded.at then excluded.body else '' end,
              at = case when api_replay.expires_at <= excluded.at then excluded.at else 'infinity' end
            """;

    StatementSpec on(StatementSpec insert) {
        return insert.param("ofCounty", county.value())
                .param("token", token)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("status", status)
                .param("type", type)
                .param("body", body)
                .param("spent", DbTime.of(at))
                .param("expires", DbTime.of(expires));
    }
}
