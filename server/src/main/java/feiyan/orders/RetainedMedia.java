package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and voice messages of orders that are over. */
@Component
class RetainedMedia implements Retained {

    private static final String DUE = """
            order_media m
            join order_over o on o.county_id = :county and o.order_id = m.order_id
            where m.county_id = :county and o.over_at < :before""";

    private final JdbcClient jdbc;

    RetainedMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "media";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_MEDIA;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "o.over_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var media = jdbc.sql("select m.id from " + DUE + " order by o.over_at limit :most for update of m skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        return jdbc.sql("delete from order_media where county_id = :county and id = any(:media)")
                .param("county", county.value())
                .param("media", media.toArray(UUID[]::new))
                .update();
    }
}
