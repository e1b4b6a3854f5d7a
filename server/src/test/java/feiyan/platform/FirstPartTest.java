package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door within another door's transaction, before which nothing was said: as if there were a savepoint. */
@FeiyanTest
class FirstPartTest {

    private static final Instant NOW = Instant.parse("2026-06-18T02:00:00Z");

    @Autowired
    Transactions transactions;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private final CountyId county = Ids.nextCounty();
    private final UUID token = Ids.next();

    @Test
    void aRefusalTakesBackItsOwnWorkAndTheOuterDoorGoesOn() {
        var outer = transactions.write(() -> {
            var inner = transactions.write(() -> {
                write("inner");
                return Outcome.refused("inner.refused");
            });
            assertThat(inner).isEqualTo(Outcome.refused("inner.refused"));
            write("outer");
            return Outcome.done(true);
        });
        assertThat(outer).isEqualTo(Outcome.done(true));
        assertThat(written()).containsExactly("outer");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aRefusalOfOnePieceWithItDoesNotSpoilTheOuterDoor() {
        transactions.write(() -> {
            transactions.write(() -> transactions.join(() -> {
                write("piece");
                return Outcome.refused("piece.refused");
            }));
            write("outer");
            return Outcome.done(true);
        });
        assertThat(written()).containsExactly("outer");
    }

    @Test
    void whatTheDatabaseDoesNotTakeLeavesTheOuterDoorUsable() {
        transactions.write(() -> {
            assertThatThrownBy(() -> transactions.write(() -> {
                        write("twice");
                        write("twice");
                        return Outcome.done(true);
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            write("outer");
            return Outcome.done(true);
        });
        assertThat(written()).containsExactly("outer");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatCameBeforeStaysWhateverIsRefusedAfterIt() {
        transactions.write(() -> {
            transactions.write(() -> {
                write("first");
                return Outcome.done(true);
            });
            transactions.write(() -> {
                write("second");
                return Outcome.refused("second.refused");
            });
            return Outcome.done(true);
        });
        assertThat(written()).containsExactly("first");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theOuterDoorsRefusalTakesBackAll() {
        transactions.write(() -> {
            transactions.write(() -> {
                write("inner");
                return Outcome.done(true);
            });
            return Outcome.refused("outer.refused");
        });
        assertThat(written()).isEmpty();
        assertThat(told()).isZero();
    }

    private void write(String key) {
        outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
        jdbc.sql("""
                insert into api_replay (county_id, token_id, key, fingerprint, at, expires_at)
                values (:county, :token, :key, ''::bytea, :now, :now)
                """)
                .param("county", county.value())
                .param("token", token)
                .param("key", key)
                .param("now", OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
                .update();
    }

    private List<@Nullable String> written() {
        return jdbc.sql("select key from api_replay where county_id = :county and token_id = :token order by key")
                .param("county", county.value())
                .param("token", token)
                .query(String.class)
                .list();
    }

    private int told() {
        return jdbc.sql("select count(*) from outbox where county_id = :county")
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }
}
