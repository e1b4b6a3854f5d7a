package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.cast.AtOnce;
import feiyan.platform.Replays.Answer;
import feiyan.platform.Replays.Call;
import feiyan.platform.Replays.Told;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    FieldCipher cipher;

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

    @Test
    void whateverWasWrittenUnderAKeyThatIsThereIsTakenBackWithAllThatWasToldAndTheConnectionsGoOn() {
        for (int things : new int[] {0, 1, 4, 5}) {
            var call = call("there already " + things, "the same");
            var first = replays.once(call, false, () -> written(1, "first")).orThrow();
            // More often than there are connections, and than a statement is sent before the database keeps it.
            for (int time = 0; time < 30; time++) {
                var again = replays.once(call, false, () -> written(things, "again"))
                        .orThrow();
                assertThat(again).isEqualTo(new Told(first.answer(), true));
            }
            assertThat(replays.once(call("next " + things, "the same"), false, () -> written(0, "next"))
                            .orThrow()
                            .again())
                    .isFalse();
        }
        assertThat(happened()).isEqualTo(4);
        assertThat(jdbc.sql("select distinct value from policy where county_id = :county")
                        .param("county", county.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("first", "next");
    }

    @Test
    void anAnswerHoweverLongIsOfOnePieceWithItsKey() {
        var call = call("long", "the same");
        Supplier<Answer> work = () -> {
            outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
            return new Answer(200, "text/plain", "长".repeat(300_000), true);
        };
        var first = replays.once(call, false, work).orThrow();
        var again = replays.once(call, false, work).orThrow();
        assertThat(again).isEqualTo(new Told(first.answer(), true));
        assertThat(happened()).isEqualTo(1);
    }

    /** As on another instance: the first has written its key and is not through. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSecondWaitsForTheFirstAndIsItselfTheFirstWhereThatOneFails(boolean through) throws Exception {
        var call = call("waits", "the same");
        var written = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
                spend(call, "the first one's");
                written.countDown();
                await(mayEnd);
                if (!through) {
                    status.setRollbackOnly();
                }
            }));
            written.await();
            var second = threads.submit(
                    () -> replays.once(call, false, () -> written(1, "second")).orThrow());
            untilOneWaits();
            mayEnd.countDown();
            first.get();
            assertThat(second.get().again()).isEqualTo(through);
            assertThat(second.get().answer().body().equals("the first one's")).isEqualTo(through);
        }
        assertThat(happened()).isEqualTo(through ? 0 : 1);
    }

    /** A row that is refused stands in the database's log, and in what the driver says of it. */
    @Test
    void noErrorOfASpentKeyShowsWhatWasAnswered() {
        var call = call("refused", "the same");
        spend(call, "at the door of the first");
        var words = "at the door of the second";
        var key = new SpentKey(
                county,
                token,
                call.key(),
                cipher.fingerprint("api_replay", call.fingerprint()),
                200,
                "text/plain",
                words,
                NOW,
                NOW.plusSeconds(60));
        assertThatThrownBy(() -> key.on(jdbc.sql(SpentKey.INSERT)).update())
                .hasStackTraceContaining(SpentKey.SPENT)
                .rootCause()
                .message()
                .doesNotContain("at the door");
    }

    @Test
    void whatIsKeptAloneInTheMidstOfARequestStaysAndSpendsNoKey() {
        var ofItsOwn = new TransactionTemplate(manager);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var call = call("in the midst", "the same");
        Supplier<Answer> work = () -> {
            outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
            ofItsOwn.executeWithoutResult(status -> outbox.tell(county, "order.moved", Ids.next(), 2, NOW));
            return new Answer(200, "text/plain", Ids.next().toString(), true);
        };
        assertThat(replays.once(call, false, work).orThrow().again()).isFalse();
        assertThat(happened()).isEqualTo(2);
        assertThat(replays.once(call, false, work).orThrow().again()).isTrue();
        assertThat(happened()).isEqualTo(3);
    }

    private final UUID token = Ids.next();

    private void spend(Call call, String body) {
        jdbc.sql("""
                insert into api_replay (county_id, token_id, key, fingerprint, status, type, body, at, expires_at)
                values (:county, :token, :key, :fingerprint, 200, 'text/plain', :body, now(), 'infinity')
                """)
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .param("fingerprint", cipher.fingerprint("api_replay", call.fingerprint()))
                .param("body", body)
                .update();
    }

    private Answer written(int things, String value) {
        IntStream.range(0, things).forEach(each -> outbox.tell(county, "order.moved", Ids.next(), 1, NOW));
        jdbc.sql("insert into policy (county_id, key, value, set_at) values (:county, :key, :value, :now)")
                .param("county", county.value())
                .param("key", Ids.next().toString())
                .param("value", value)
                .param("now", DbTime.of(NOW))
                .update();
        return new Answer(200, "text/plain", Ids.next().toString(), true);
    }

    private void untilOneWaits() {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and cardinality(pg_blocking_pids(pid)) > 0")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

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
