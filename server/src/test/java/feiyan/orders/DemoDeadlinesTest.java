package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.demo.DemoWorld;
import feiyan.platform.CountyId;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ninety days of a county, up to a morning in the Spring Festival, through the holidays of the turn of the year. */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest
@Import(DemoWorld.class)
class DemoDeadlinesTest {

    @Autowired
    private DemoWorld demo;

    @Autowired
    private OrderRows rows;

    @Autowired
    private OrderClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void eachOrderIsDueWhenItsHistorySays() {
        var county = demo.load(Instant.parse("2026-02-20T02:00:00Z"));
        assertThat(orders(county)).hasSizeGreaterThan(350).allSatisfy(order -> {
            var stored = rows.find(county, order).orElseThrow();
            assertThat(clock.due(stored)).isEqualTo(stored.due());
        });
    }

    private List<OrderId> orders(CountyId county) {
        return db.sql("select id from service_order where county_id = :county")
                .param("county", county.value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }
}
