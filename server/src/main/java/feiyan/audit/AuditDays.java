package feiyan.audit;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the chain stood after each day: what is printed and kept elsewhere, so that nobody can write a day anew. */
@Component
public class AuditDays {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final Tenants tenants;
    private final ChainHeads heads;
    private final InstantSource clock;

    AuditDays(JdbcClient db, Tenants tenants, ChainHeads heads, InstantSource clock) {
        this.db = db;
        this.tenants = tenants;
        this.heads = heads;
        this.clock = clock;
    }

    /** @param seq the last link when the day was over */
    @SuppressWarnings("ArrayRecordComponent") // Bytes that are written and read; nobody compares such a record.
    public record Day(LocalDate day, long seq, byte[] mac) {

        public String code() {
            return HeadCode.of(mac);
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "${feiyan.audit.first-day-look:PT1M}")
    void closeAll() {
        tenants.all().forEach(this::close);
    }

    /** Yesterday, once; whatever is chained by then. */
    void close(CountyId county) {
        var now = clock.instant();
        heads.find(county)
                .filter(found -> found.head().seq() > 0)
                .ifPresent(found -> db.sql("""
                        insert into audit_day (county_id, day, seq, link_mac, at)
                        values (:county, :day, :seq, :mac, :now)
                        on conflict (county_id, day) do nothing
                        """)
                        .param("county", county.value())
                        .param("day", now.atZone(CHINA).toLocalDate().minusDays(1))
                        .param("seq", found.head().seq())
                        .param("mac", found.head().linkMac())
                        .param("now", DbTime.of(now))
                        .update());
    }

    List<Day> all(CountyId county) {
        return db.sql("select day, seq, link_mac from audit_day where county_id = :county order by day desc")
                .param("county", county.value())
                .query(AuditDays::day)
                .list();
    }

    /**
     * Whether a link's number and code, as somebody printed them, are still those of the chain; empty if it is gone.
     */
    Optional<Boolean> matches(CountyId county, long seq, String typed) {
        return db.sql("select mac from audit_link where county_id = :county and seq = :seq")
                .param("county", county.value())
                .param("seq", seq)
                .query(byte[].class)
                .optional()
                .map(mac -> HeadCode.of(mac).equals(HeadCode.grouped(typed)));
    }

    private static Day day(ResultSet row, int number) throws SQLException {
        return new Day(row.getObject("day", LocalDate.class), row.getLong("seq"), row.getBytes("link_mac"));
    }
}
