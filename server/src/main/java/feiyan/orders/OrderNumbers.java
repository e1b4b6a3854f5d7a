package feiyan.orders;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/**
 * The number people read to each other on the telephone: the day and five signs without 0/O, 1/I/L or U,
 * {@code 261122-K7M3Q}. Unique in its county by the database; of 24 million a day one is drawn twice now and then, and
 * {@link Placing} draws anew.
 */
@Component
class OrderNumbers {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final SecureRandom RANDOM = new SecureRandom();

    String next(Instant now) {
        var number = new StringBuilder(DAY.format(now.atZone(CHINA))).append('-');
        for (int i = 0; i < 5; i++) {
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
