package feiyan.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.bench.crash.Acknowledged.Of;
import feiyan.platform.database.SpareDatabase;
import feiyan.platform.database.WatchedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What would be wrong after a kill is seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {

    private static final long COUNTY = 7;

    private static final String LOOSEN = """
            do $$
            declare it record;
            begin
              for it in select conname from pg_constraint where conrelid = '%1$s'::regclass and contype in ('f', 'c') loop
                execute format('alter table %1$s drop constraint %%I cascade', it.conname);
              end loop;
              for it in select attname from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0 and attnotnull
                and attname not in ('county_id', 'id') loop
                execute format('alter table %1$s alter column %%I drop not null', it.attname);
              end loop;
            end $$
            """;

    private SpareDatabase spare;
    private Verdict verdict;

    @BeforeAll
    void tables(@TempDir Path folder) throws SQLException {
        spare = SpareDatabase.in(folder);
        try (var connection = spare.connect()) {
            Flyway.configure()
                    .dataSource(new SingleConnectionDataSource(connection, true))
                    .load()
                    .migrate();
        }
        verdict = new Verdict(WatchedDatabase.in(folder), COUNTY);
    }

    @AfterAll
    void end() {
        spare.close();
    }

    @Test
    void nothingAskedForAndNothingThereIsWell() throws Exception {
        assertThat(verdict.look(new Ledger(), true)).isEqualTo(Found.NOTHING);
    }

    @Test
    void anAcknowledgedStepThatIsNotThereIsLost() throws Exception {
        var ledger = new Ledger();
        for (var of : Of.values()) {
            ledger.keep(new Acknowledged(of, UUID.randomUUID(), 1, "SUBMITTED"));
        }
        assertThat(verdict.look(ledger, false).lost()).isEqualTo(Of.values().length);
    }

    @Test
    void aSecondSeatOfOneOrderIsOneTooMany() throws Exception {
        var order = UUID.randomUUID();
        execute(LOOSEN.formatted("seat"));
        for (int seat = 0; seat < 2; seat++) {
            execute("insert into seat (county_id, id, order_id) values (%d, '%s', '%s')"
                    .formatted(COUNTY, UUID.randomUUID(), order));
        }
        assertThat(verdict.look(new Ledger(), false).duplicated()).isEqualTo(1);
        execute("delete from seat");
    }

    @Test
    void anOrderThatNobodyWasToldOfIsOneTooMany() throws Exception {
        var order = UUID.randomUUID();
        execute(LOOSEN.formatted("service_order"));
        execute("insert into service_order (county_id, id) values (%d, '%s')".formatted(COUNTY, order));
        assertThat(verdict.look(new Ledger(), false).duplicated()).isZero();
        assertThat(verdict.look(new Ledger(), true).duplicated()).isEqualTo(1);
        var ledger = new Ledger();
        ledger.placed(order);
        assertThat(verdict.look(ledger, true).duplicated()).isZero();
        execute("delete from service_order");
    }

    @Test
    void whatWasToldAndDidNotHappenBreaksALaw() throws Exception {
        execute("""
                insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                values (%d, '%s', 'order.approve', '%s', 2, now(), now())
                """.formatted(COUNTY, UUID.randomUUID(), UUID.randomUUID()));
        var found = verdict.look(new Ledger(), false);
        assertThat(found.illegal()).isEqualTo(1);
        assertThat(found.says()).singleElement().asString().contains("did not happen is not told");
        execute("delete from outbox");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = spare.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
