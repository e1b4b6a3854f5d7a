package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.platform.Replays.Answer;
import feiyan.platform.Replays.Call;
import feiyan.platform.Replays.Told;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Straight at the database, as requests that reach different instances are: nobody holds one back for another. */
@FeiyanTest
class ReplaysTest {

    private static final Instant NOW = Instant.parse("2026-06-18T02:00:00Z");

    @Autowired
    Replays replays;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private final CountyId county = Ids.nextCounty();

    @Test
    void ofManyAtOnceOneIsDoneAndAllHearItsAnswer() {
        var call = call("race", "the same");
        Supplier<Outcome<Told>> once = () -> replays.once(call, false, () -> told(201));
        var all = AtOnce.done(
                AtOnce.all(IntStream.range(0, 6).mapToObj(each -> once).toList()));
        assertThat(all).hasSize(6);
        assertThat(all).filteredOn(each -> !each.again()).hasSize(1);
        assertThat(all.stream().map(each -> each.answer().body()).distinct()).hasSize(1);
        assertThat(happened()).isEqualTo(1);
    }

    @Test
    void whatCameOfASecondTryIsTakenBackWhateverItWas() {
        var call = call("second", "the same");
        var first = replays.once(call, false, () -> told(200)).orThrow();
        assertThat(happened()).isEqualTo(1);
        for (int status : new int[] {200, 409, 412, 503}) {
            var second = replays.once(call, false, () -> told(status)).orThrow();
            assertThat(second.again()).as("%s", status).isTrue();
            assertThat(second.answer()).as("%s", status).isEqualTo(first.answer());
            assertThat(happened()).as("%s", status).isEqualTo(1);
        }
    }

    @Test
    void anotherRequestUnderItsKeyIsTakenBackToo() {
        replays.once(call("mixed up", "one"), false, () -> told(200)).orThrow();
        assertThat(replays.once(call("mixed up", "another"), false, () -> told(200)))
                .isEqualTo(Outcome.refused(Replays.OTHER_REQUEST));
        assertThat(happened()).isEqualTo(1);
    }

    @Test
    void whoeverMayComeAgainIsToldWithoutDoingItAgain() {
        var call = call("known", "the same");
        replays.once(call, true, () -> told(200)).orThrow();
        Supplier<Answer> never = () -> {
            throw new IllegalStateException("was done again");
        };
        assertThat(replays.once(call, true, never).orThrow().again()).isTrue();
    }

    private final UUID token = Ids.next();

    private Call call(String key, String fingerprint) {
        return new Call(county, token, key, fingerprint);
    }

    /** Something is done, and there is an answer that nothing else has. */
    private Answer told(int status) {
        outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
        return new Answer(status, "text/plain", Ids.next().toString(), status == 200 || status == 201 || status == 409);
    }

    private int happened() {
        return jdbc.sql("select count(*) from outbox where county_id = :county")
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }
}
