package feiyan.bench.served;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Nobody is asked at night: whenever a bench runs, it is morning for the server. */
public final class Morning {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Morning() {}

    /** By how much the server's clock is ahead of this machine's. */
    public static Duration ahead() {
        var until = Duration.between(LocalTime.now(CHINA), NINE);
        return (until.isNegative() ? until.plusDays(1) : until).truncatedTo(ChronoUnit.MINUTES);
    }
}
