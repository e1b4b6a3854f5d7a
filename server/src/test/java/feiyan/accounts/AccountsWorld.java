package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Two counties, and a phone company that keeps what it is given. */
@TestConfiguration(proxyBeanMethods = false)
@Import(TwoCounties.class)
public class AccountsWorld {

    public static final CountyId TANCHENG = new CountyId(4711);
    public static final CountyId CHANGLE = new CountyId(4712);

    /** A browser that nobody has seen before. */
    public static final Visit SOMEWHERE = new Visit("203.0.113.7", null);

    /** A text message as it was handed over. */
    public record Text(Phone to, String code) {}

    public static class Company implements SmsSender {

        private final Deque<Text> sent = new ArrayDeque<>();
        private boolean broken;

        @Override
        public synchronized void send(Phone to, String key, Object... args) {
            if (broken) {
                throw new SmsFailed("the line is dead", new IllegalStateException());
            }
            sent.push(new Text(to, args[0].toString()));
        }

        public synchronized Text last() {
            return sent.getFirst();
        }

        synchronized void breakDown(boolean now) {
            broken = now;
        }
    }

    @Bean
    @Primary
    Company company() {
        return new Company();
    }

    private static int mobiles;

    /** A mobile phone that nobody had before. */
    public static synchronized Phone newMobile() {
        return new Phone("138%08d".formatted(++mobiles));
    }

    /** What a door refused with; fails where it did not. */
    public static String refusalOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("done: " + done);
            case Outcome.Refused<?> refused -> refused.refusal().code();
        };
    }
}
