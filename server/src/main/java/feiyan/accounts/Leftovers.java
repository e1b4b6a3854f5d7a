package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away what nobody can use any more, hashes of phones among it. Two instances may do it at once. */
@Component
class Leftovers {

    /** Longer than the longest limit looks back and the longest link lives. */
    private static final Duration KEPT = Duration.ofHours(25);
    /** Nobody's policy lets anybody rest longer. */
    private static final Duration LONGEST_REST =
            Duration.ofDays(Objects.requireNonNull(Policy.RESIDENT_IDLE_DAYS.most()));

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource clock;

    Leftovers(JdbcClient jdbc, AccountRows accounts, Tenants tenants, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var before = DbTime.of(clock.instant().minus(KEPT));
        jdbc.sql("delete from sign_in_code where expires_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from throttle where window_start < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from password_reset where expires_at < :before and used_at is null")
                .param("before", before)
                .update();
        jdbc.sql("delete from stay where ended_at < :before or (ended_at is null and seen_at < :forgotten)")
                .param("before", before)
                .param("forgotten", DbTime.of(clock.instant().minus(LONGEST_REST)))
                .update();
        jdbc.sql("delete from known_device where seen_at < :before")
                .param("before", DbTime.of(clock.instant().minus(KnownDevices.KEPT)))
                .update();
        accountsOfNobody().forEach(this::close);
    }

    /** Whose last county let them go, or who never said who they are. Whoever comes back has a code sent. */
    private List<AccountId> accountsOfNobody() {
        return jdbc.sql("""
                        select a.id from account a
                        where a.created_at < :before and (a.phone_proven_at is null or a.phone_proven_at < :before)
                          and not exists (
                            select 1 from person p where p.county_id = any(:counties) and p.account_id = a.id)
                        limit :most
                        """)
                .param("before", DbTime.of(clock.instant().minus(KEPT)))
                .param("counties", tenants.all().stream().map(CountyId::value).toArray(Long[]::new))
                .param("most", AT_ONCE)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Unless it became somebody, or another instance was faster. */
    private void close(AccountId account) {
        transactions
                .write(() -> {
                    if (accounts.lockedIfThere(account) && accounts.isNobody(account)) {
                        accounts.close(account);
                    }
                    return Outcome.done(account);
                })
                .orThrow();
    }
}
