package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL answers a search, where it would come to another plan by itself. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderSearchPlanTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    OrderSearchRows rows;

    @Autowired
    JdbcClient jdbc;

    @Test
    void howTheReaderStandsToAnOrderIsWorkedOutOnce() {
        var query = rows.query(
                world.county().clerk(),
                OrderSearchCriteria.ofWords(OrdersWorld.RECIPIENT),
                SearchStretches.all(new UUID(-1, -1)),
                OrderSearch.PAGE);
        var steps = jdbc.sql("explain " + query.sql())
                .params(query.given())
                .query(String.class)
                .list();
        assertThat(steps.stream().filter(step -> step.contains(" on order_party ")))
                .as("once for what can be theirs at all, and once for each order of the page")
                .hasSize(2);
    }

    /** In a sample of millions they look four times as many, and each of them is then held against all units. */
    @Test
    void howManyStepsAnOrderHasIsToldAndNotGuessed() {
        assertThat(jdbc.sql("""
                        select option_value::numeric from pg_attribute, pg_options_to_table(attoptions)
                        where attrelid = 'order_event'::regclass and attname = 'order_id' and option_name = 'n_distinct'
                        """).query(Double.class).optional()).hasValue(-0.14);
    }
}
