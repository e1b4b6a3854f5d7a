package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When tokens were last used: for their owners, who want to know whether one is still in use, not each second of it. So
 * no request waits for that to be on the disk. It is written for many at once, and a server that dies has forgotten the
 * last half minute of it.
 */
@Component
class TokenUse {

    private static final int MOST = 10_000;

    private record Used(CountyId county, UUID token) {}

    private final JdbcClient jdbc;
    private final boolean jobs;
    private final Map<Used, Instant> latest = new HashMap<>();

    /** @param jobs whether this process does by itself what nobody asks for */
    TokenUse(JdbcClient jdbc, @Value("${feiyan.jobs:true}") boolean jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    void note(CountyId county, UUID token, Instant now) {
        synchronized (latest) {
            latest.merge(new Used(county, token), now, (one, other) -> one.isAfter(other) ? one : other);
            if (latest.size() < MOST) {
                return;
            }
        }
        write();
    }

    @Scheduled(fixedDelay = 30_000)
    void write() {
        taken().entrySet().stream()
                .collect(Collectors.groupingBy(each -> each.getKey().county()))
                .forEach(this::write);
    }

    /** After the last request, before the database goes. */
    @PreDestroy
    void writeTheLast() {
        if (jobs) {
            write();
        }
    }

    private Map<Used, Instant> taken() {
        synchronized (latest) {
            var all = Map.copyOf(latest);
            latest.clear();
            return all;
        }
    }

    /** One that somebody holds just now is being ended: nobody waits for it. */
    private void write(CountyId county, List<Map.Entry<Used, Instant>> uses) {
        jdbc.sql("""
                update api_token t set used_at = greatest(t.used_at, free.at)
                from (
                  select held.id, used.at
                  from unnest(:tokens::uuid[], :ats::timestamptz[]) as used (id, at)
                  join api_token held on held.county_id = :county and held.id = used.id
                  for no key update of held skip locked) free
                where t.county_id = :county and t.id = free.id
                """)
                .param("county", county.value())
                .param("tokens", uses.stream().map(use -> use.getKey().token()).toArray(UUID[]::new))
                .param(
                        "ats",
                        uses.stream()
                                .map(use -> DbTime.of(use.getValue()).toString())
                                .toArray(String[]::new))
                .update();
    }
}
