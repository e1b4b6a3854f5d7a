package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.Feiyan;
import feiyan.accounts.QuickPasswords;
import feiyan.platform.AppClock;
import feiyan.platform.database.TestDatabase;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The other county of each test's house: units of the same names, people with the same telephones, orders in the same
 * words, and all of it marked ({@link Marks#TWIN}). A statement that forgets its county finds it. Made through the
 * doors once in a test run; each test's database is a copy.
 *
 * <p>It lives a thousand years ahead, so that no clock of a test that moves by weeks ever strikes for it: a job that
 * goes through all counties comes by and finds nothing due, and whatever changes there is a mistake.
 */
public final class TwinCounty {

    /** Derived from the words and made anew whenever somebody asks for it. */
    private static final String INDEX = "order_search";

    private TwinCounty() {}

    /** The house in which the test begins. */
    public static TestDatabase databaseFor(Class<?> testClass) {
        return testClass.isAnnotationPresent(WithoutTwin.class) ? TestDatabase.migrated() : Home.DATABASE.copied();
    }

    /** Fails where anything of it was written, erased or added. */
    static void isUntouchedIn(DataSource database) {
        var now = rows(database);
        assertThat(now.isEmpty() ? Home.ROWS : now)
                .as("the rows of the twin county, a digest of each table")
                .isEqualTo(Home.ROWS);
    }

    /** A digest of the rows of each table; empty where it does not live there. */
    private static List<String> rows(DataSource database) {
        var jdbc = JdbcClient.create(database);
        var lives = jdbc.sql("select exists (select from county where id = ?)")
                .param(Home.COUNTY)
                .query(Boolean.class)
                .single();
        return lives
                ? jdbc.sql(digests(jdbc))
                        .query((row, number) -> row.getString(1))
                        .list()
                : List.of();
    }

    private static String digests(JdbcClient jdbc) {
        var each = jdbc.sql("""
                select format(
                  'select %L || '' '' || count(*) || '' '' || coalesce(md5(string_agg(md5(r::text), '''' order by md5(r::text))), '''') from %I r where county_id = %s',
                  table_name, table_name, ?)
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where table_schema = 'public' and column_name = 'county_id' and table_type = 'BASE TABLE'
                  and table_name <> ?
                order by table_name
                """)
                .param(Home.COUNTY)
                .param(INDEX)
                .query(String.class)
                .list();
        return String.join(" union all ", each) + " order by 1";
    }

    /** Built by the first who needs it. */
    private static final class Home {

        static final TestDatabase DATABASE = TestDatabase.migrated();
        static final long COUNTY = settle();
        static final List<String> ROWS = rows(DATABASE.asOwner());

        private static long settle() {
            try (var house = open()) {
                return house.getBean(AppClock.class)
                        .at(TwinLife.BEGINS, () -> TwinLife.in(house))
                        .value();
            }
        }

        /** The application without its pages, and only as much of it as is asked for. */
        private static ConfigurableApplicationContext open() {
            return new SpringApplicationBuilder(Feiyan.class)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .bannerMode(Banner.Mode.OFF)
                    .initializers(context -> {
                        context.getBeanFactory().registerSingleton("productAlone", new ProductAlone());
                        context.getBeanFactory().addBeanPostProcessor(new QuickPasswords());
                    })
                    .run(
                            "--spring.datasource.url=" + DATABASE.url(),
                            "--spring.datasource.username=" + DATABASE.user(),
                            "--spring.datasource.password=" + DATABASE.password(),
                            "--spring.flyway.enabled=false");
        }
    }

    /** What the tests put into their own applications is none of the twin's. */
    private static final class ProductAlone extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory readers) throws IOException {
            return found.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProductAlone;
        }

        @Override
        public int hashCode() {
            return ProductAlone.class.hashCode();
        }
    }
}
