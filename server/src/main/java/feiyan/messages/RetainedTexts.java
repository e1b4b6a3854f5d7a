package feiyan.messages;

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

/** Text messages that have left, or will not. Their words were never kept; this is who got one when. */
@Component
class RetainedTexts implements Retained {

    private static final String DUE = """
            text_message r
            where r.county_id = :county and r.ended_at < :before and r.outcome is not null""";

    private final JdbcClient jdbc;

    RetainedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "texts";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_TEXTS;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "r.ended_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var ids = jdbc.sql("select r.id from " + DUE + " order by r.ended_at limit :most for update of r skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        return jdbc.sql("delete from text_message where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
