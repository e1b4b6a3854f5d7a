package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that was said in orders that are over, in whichever module: need, name, address, notes, complaints, summaries. */
@Component
class RetainedWords implements Retained {

    private static final String DUE = """
            order_words w
            join order_over o on o.county_id = :county and o.order_id = w.order_id
            where w.county_id = :county and w.erased_at is null and o.over_at < :before""";

    private final JdbcClient jdbc;
    private final List<WordsErasure> modules;
    private final InstantSource clock;

    RetainedWords(JdbcClient jdbc, List<WordsErasure> modules, InstantSource clock) {
        this.jdbc = jdbc;
        this.modules = List.copyOf(modules);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "words";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_WORDS;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "o.over_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var orders = jdbc.sql("select w.order_id from " + DUE
                        + " order by o.over_at limit :most for update of w skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        var ids = orders.stream().map(OrderId::new).toList();
        modules.forEach(module -> module.eraseWords(county, ids, clock.instant()));
        return orders.size();
    }
}
