package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Measured;
import feiyan.platform.database.FeiyanTest;
import feiyan.platform.database.StatementLog;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is counted every few seconds is read by an index that holds what is under way, and nothing that is over. */
@FeiyanTest(properties = {"feiyan.jobs=false"})
class MeasuredByIndexTest {

    /** Each of them is of open rows only: its condition stands in the migration that made it. */
    private static final Pattern OPEN_ONLY = Pattern.compile("order_by_due|offer_open_by_deadline|outbox_to_do"
            + "|text_message_due|text_message_waiting|text_message_given_up|webhook_delivery_next|webhook_open"
            + "|webhook_pkey");

    private static final String OTHERS_GONE = """
            do $$
            declare
              each record;
            begin
              for each in
                select conrelid::regclass as of, conname from pg_constraint
                where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'f')
                  and conname not in ('webhook_pkey') and conrelid <> 0
                order by contype = 'f' desc
              loop
                execute format('alter table %%s drop constraint if exists %%I cascade', each.of, each.conname);
              end loop;
              for each in
                select indexrelid::regclass as name from pg_index
                join pg_class on pg_class.oid = indexrelid
                where relnamespace = 'public'::regnamespace and relname !~ '^(%s)$'
              loop
                execute format('drop index %%s', each.name);
              end loop;
            end $$
            """.formatted(OPEN_ONLY);

    private static final Pattern ACCESS = Pattern.compile("(?:Index(?: Only)? Scan using|Bitmap Index Scan on) (\\w+)");

    @Autowired
    private List<Measured> modules;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    private DataSource owners;

    @BeforeEach
    void asOwner(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String owner,
            @Value("${spring.datasource.password}") String password) {
        owners = new DriverManagerDataSource(url, owner, password);
    }

    @Test
    void nothingThatIsOverIsRead() {
        var village = Village.in(house);
        var statements =
                StatementLog.during(() -> modules.forEach(module -> module.measure(village.county, clock.instant())));
        assertThat(statements).hasSameSizeAs(modules).hasSizeGreaterThanOrEqualTo(5);
        for (var statement : statements) {
            var plan = plan(statement);
            assertThat(plan).as(statement).noneMatch(line -> line.contains("Seq Scan"));
            assertThat(plan.stream()
                            .flatMap(line -> ACCESS.matcher(line).results().map(found -> found.group(1))))
                    .as(String.join("\n", plan))
                    .isNotEmpty()
                    .allMatch(index -> OPEN_ONLY.matcher(index).matches());
        }
    }

    /**
     * In a transaction that is taken back, with all other indexes gone: so it is seen whether these answer by
     * themselves. On tables as empty as a test's the planner takes any.
     */
    private List<String> plan(String statement) {
        var number = new AtomicInteger();
        var numbered = Pattern.compile("\\?").matcher(statement).replaceAll(found -> "\\$" + number.incrementAndGet());
        var session = new JdbcTemplate(owners);
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(owners))
                .execute(transaction -> {
                    transaction.setRollbackOnly();
                    session.execute(OTHERS_GONE);
                    session.execute("set local enable_seqscan = off");
                    session.execute("set local plan_cache_mode = force_generic_plan");
                    session.execute("prepare counted as " + numbered);
                    return session.queryForList(
                            "explain execute counted(" + "null,".repeat(number.get() - 1) + "null)", String.class);
                }));
    }
}
