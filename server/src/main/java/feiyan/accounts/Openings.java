package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.DbTime;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that an account was opened with so far: sign-ins, those half way in, browsers, links, machines' tokens. What
 * opens it changes, and whoever had a hand on the old is out. Within the caller's transaction.
 */
@Component
class Openings {

    private final JdbcClient jdbc;
    private final Stays stays;
    private final KnownDevices devices;
    private final ResetRows resets;
    private final InstantSource clock;

    Openings(JdbcClient jdbc, Stays stays, KnownDevices devices, ResetRows resets, InstantSource clock) {
        this.jdbc = jdbc;
        this.stays = stays;
        this.devices = devices;
        this.resets = resets;
        this.clock = clock;
    }

    void endAll(AccountId account, Ending why) {
        endAllBut(null, account, why);
    }

    /** @param here the sign-in of whoever changes it, which goes on; null for none */
    void endAllBut(@Nullable StayId here, AccountId account, Ending why) {
        jdbc.sql("""
                        update account set tokens_ended_at = :now, credentials = credentials + 1 where id = :account
                        """)
                .param("now", DbTime.of(clock.instant()))
                .param("account", account.value())
                .update();
        if (here == null) {
            stays.endAll(account, why);
        } else {
            stays.endAllBut(here, account, why);
        }
        devices.forgetAll(account);
        resets.endAll(account);
    }
}
