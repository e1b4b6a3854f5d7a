package feiyan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class DemoCountyTest {

    @Autowired
    private DemoCounty demo;

    @Autowired
    private feiyan.platform.AppClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void loads() {
        long start = System.nanoTime();
        var county = clock.at(java.time.Instant.parse("2026-11-18T07:00:00Z"), () -> demo.load(part -> {}))
                .orThrow();
        System.out.println("TIME " + (System.nanoTime() - start) / 1e9);
        db.sql(
                        "select state, count(*) n, count(*) filter (where due_at < now()) late from service_order where county_id = :county group by 1")
                .param("county", county.value())
                .query((r, i) -> r.getString(1) + " " + r.getInt(2) + " late " + r.getInt(3))
                .list()
                .forEach(System.out::println);
        assertThat(true).isTrue();
    }
}
