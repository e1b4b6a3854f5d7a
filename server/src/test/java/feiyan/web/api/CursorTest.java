package feiyan.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void keysComeBackAsTheyWere() {
        var at = Instant.parse("2026-06-16T02:00:00.123456Z");
        var id = UUID.randomUUID();
        var cursor = Cursor.read(Cursor.of(at, id, null, "王"));
        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.id(1)).isEqualTo(id);
        assertThat(cursor.instant(2)).isNull();
        assertThat(cursor.text(3)).isEqualTo("王");
    }

    /** Neither reaches the database, which could not take it. */
    @Test
    void whatNobodyWasGivenIsTurnedAway() {
        assertThatThrownBy(() -> Cursor.read(Cursor.of("\0"))).isInstanceOf(Unprocessable.class);
        var farAway = Cursor.read(Cursor.of("+1000000000-01-01T00:00:00Z"));
        assertThatThrownBy(() -> farAway.instant(0)).isInstanceOf(Unprocessable.class);
    }
}
