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

    @Test
    void whateverACallTellsIsTheEndOfItBesideItsKey() {
        for (int things : new int[] {0, 1, 3, 4, 5, 9}) {
            int before = happened();
            Supplier<Answer> work = () -> {
                IntStream.range(0, things).forEach(each -> outbox.tell(county, "order.moved", Ids.next(), 7, NOW));
                return new Answer(200, "text/plain", "", true);
            };
            var call = call("tells " + things, "the same");
            assertThat(replays.once(call, false, work).orThrow().again()).isFalse();
            assertThat(happened()).as("%s", things).isEqualTo(before + things);
            assertThat(replays.once(call, false, work).orThrow().again()).isTrue();
            assertThat(happened()).as("%s again", things).isEqualTo(before + things);
        }
        assertThat(jdbc.sql("""
                        select count(*) from outbox
                        where county_id = :county and kind = 'order.moved' and subject_version = 7
                          and at = :now and not_before = :now and stamp > 0
                        """)
                        .param("county", county.value())
                        .param("now", DbTime.of(NOW))
                        .query(Integer.class)
                        .single())
                .isEqualTo(22);
    }

    @Test
    void aKeyThatIsFreeAgainIsKeptWithWhatIsToldOnce() {
        var call = call("long ago", "the same");
        replays.once(call, false, () -> told(200)).orThrow();
        jdbc.sql("update api_replay set expires_at = :past where county_id = :county")
                .param("past", DbTime.of(Instant.parse("2020-01-01T00:00:00Z")))
                .param("county", county.value())
                .update();
        assertThat(replays.once(call, false, () -> told(200)).orThrow().again()).isFalse();
        assertThat(happened()).isEqualTo(2);
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
