package feiyan.loop.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feiyan.canary.WithoutTwin;
import feiyan.laws.Law;
import feiyan.laws.LawBook;
import feiyan.loop.walk.Tamperer.Spoilt;
import feiyan.platform.database.FeiyanTest;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No law that cannot fail: after a short walk the tables are spoilt in every way that a law is there to find. */
@WithoutTwin("two counties of its own live here, and their tables are spoilt")
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawsTest {

    private static final long SEED = 20260615;
    private static final int FIRST_COMMANDS = 3_000;
    private static final int FURTHER_COMMANDS = 200;
    private static final int MOST_COMMANDS = 60_000;

    @TestConfiguration(proxyBeanMethods = false)
    static class OneClock {

        @Bean
        @Primary
        WalkClock walkClock() {
            return new WalkClock();
        }
    }

    private final SingleConnectionDataSource own;
    private final World world;
    private final Walker walker;
    private final Laws laws;
    private final Tamperer tamperer;

    LawsTest(@Autowired ApplicationContext house, @Autowired WalkClock clock) {
        var settings = house.getEnvironment();
        own = new SingleConnectionDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"),
                true);
        world = new World(house, clock, new PlanTable(own));
        walker = new Walker(1, world, new Deck(), new Looking(own), new SplittableRandom(SEED), new AtomicBoolean());
        laws = new Laws(own, world);
        tamperer = new Tamperer(own);
    }

    @BeforeAll
    void aFewWeeksPass() {
        walker.walk(FIRST_COMMANDS);
        laws.hold();
    }

    @AfterAll
    void goHome() {
        own.destroy();
    }

    /** What there is to spoil comes and goes: where there is nothing, people go on until there is. */
    private <T> Spoilt<T> spoil(Tampering tampering, Supplier<T> look) {
        var spoilt = tamperer.spoil(tampering, look);
        while (spoilt.rows() == 0 && world.tally().all() < MOST_COMMANDS) {
            walker.walk(FURTHER_COMMANDS);
            spoilt = tamperer.spoil(tampering, look);
        }
        return spoilt;
    }

    @Test
    void noLawIsWithoutItsWrong() {
        assertThat(Tamperings.all().stream().map(Tampering::law).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        LawBook.all().stream().map(Law::says).toList());
    }

    @Test
    void eachLawFindsEachWrongThatItIsThereForAndTheDatabaseRefusesWhatItSaysItRefuses() {
        assertThat(Tamperings.all().stream().flatMap(this::faults)).isEmpty();
        laws.hold();
    }

    /** A row may have met another guard besides: which one is spoilt is chance. */
    private Stream<String> faults(Tampering tampering) {
        var law = LawBook.all().stream()
                .filter(each -> each.says().equals(tampering.law()))
                .findFirst()
                .orElseThrow();
        var spoilt = spoil(tampering, () -> laws.broken(law).toList());
        return Stream.of(
                        fault(spoilt.rows() > 0, "there is nothing to spoil"),
                        fault(!spoilt.seen().isEmpty(), "the law finds nothing"),
                        fault(spoilt.lifted().containsAll(tampering.guards()), "refused by " + spoilt.lifted()),
                        fault(laws.broken(law).findAny().isEmpty(), "it was so before"))
                .flatMap(each -> each)
                .map(fault -> tampering + ": " + fault);
    }

    private static Stream<String> fault(boolean isWell, String fault) {
        return isWell ? Stream.of() : Stream.of(fault);
    }

    @Test
    void whoeverLooksIsToldWhatIsBrokenAndOnWhichOrder() {
        var late = Tampering.of("whoever waits for somebody has a time until when", "nobody reviews it", """
                update service_order set due_at = null where (county_id, id) = (
                  select county_id, id from service_order where state = 'SUBMITTED' order by id limit 1)
                """);
        var breach = spoil(late, () -> catchThrowableOfType(Breach.class, laws::hold))
                .seen();
        assertThat(breach).hasMessageContaining("not so: " + late.law());
        assertThat(breach.orders()).hasSize(1);
        assertThat(laws.story(breach.orders())).contains(" order ", " NEW ", " SUBMITTED");
    }

    @Test
    void aRowOfTheOutboxThatAFollowerCouldNotReadIsFound() {
        laws.hold();
        write("""
                insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                select county_id, '00000000-0000-7000-8000-000000000000', 'tale', id, 1, placed_at, placed_at
                from service_order order by id limit 1
                """);
        write("update outbox set stamp = 1 where kind = 'tale'");
        assertThatThrownBy(laws::hold).isInstanceOf(Breach.class).hasMessageContaining("a follower read");
        write("delete from outbox where kind = 'tale'");
        laws.hold();
    }

    @Test
    void aRowOfTheOutboxThatAFollowerReadsTwiceIsFound() {
        var first = " where (county_id, id) = (select county_id, id from outbox order by id limit 1)";
        var stood = JdbcClient.create(own)
                .sql("select stamp from outbox" + first)
                .query(Long.class)
                .single();
        laws.hold();
        write("update outbox set stamp = pg_current_xact_id()::text::bigint" + first);
        assertThatThrownBy(laws::hold).isInstanceOf(Breach.class).hasMessageContaining("twice");
        write("update outbox set stamp = " + stood + first);
    }

    private void write(String sql) {
        assertThat(JdbcClient.create(own).sql(sql).update()).isPositive();
    }

    @Test
    void anOrderThatWaitsForNobodyIsFoundAndNoOther() {
        assertThat(isStuck(LeftoverTamperings.nothing())).isFalse();
        assertThat(LeftoverTamperings.stuck()).allMatch(this::isStuck);
        assertThat(LeftoverTamperings.waiting()).noneMatch(this::isStuck);
    }

    private boolean isStuck(Tampering tampering) {
        var left = new Leftovers(own);
        var spoilt = spoil(tampering, () -> left.stuck().isPresent());
        assertThat(spoilt.rows()).as("%s", tampering).isPositive();
        return spoilt.seen();
    }

    @Test
    void anArrowOnWhichNobodyWentIsMissed() {
        var arrow = "seat NEW take TAKEN";
        assertThat(laws.neverTaken()).doesNotContain(arrow);
        var untaken =
                Tampering.of("somebody goes", arrow, "update seat_event set command = 'fly' where command = 'take'");
        assertThat(spoil(untaken, laws::neverTaken).seen()).contains(arrow);
    }
}
