package feiyan.bench.loop;

import feiyan.accounts.Phone;
import feiyan.accounts.SmsSender;
import feiyan.platform.AppClock;
import feiyan.platform.Outbox;
import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/**
 * What a bench puts into the running product: a way to tell the hour, a telephone, and an ear at the outbox. Given by
 * hand to the one that is measured: whatever bears an annotation is found by the product of each bench.
 */
public class BenchBeans {

    /** When the request happens; the server runs at whatever hour it is, and people are asked by day only. */
    static final String HOUR = "X-Bench-Hour";

    @Bean
    FilterRegistrationBean<Filter> hour(AppClock clock) {
        var filter = new FilterRegistrationBean<Filter>(new HourFilter(clock));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Heard heard() {
        return new Heard();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor listening(Heard heard) {
        return new Wrapping((name, bean) -> bean instanceof Outbox ? listenedTo(bean, heard) : bean);
    }

    private static Object listenedTo(Object outbox, Heard heard) {
        var proxies = new ProxyFactory(outbox);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice(heard);
        return proxies.getProxy();
    }

    @Bean
    Telephone telephone() {
        return new Telephone();
    }

    /** Where the codes arrive with which residents sign in. */
    public static final class Telephone implements SmsSender {

        private final Map<Phone, String> codes = new ConcurrentHashMap<>();

        @Override
        public void send(Phone to, String key, Object... args) {
            codes.put(to, args[0].toString());
        }

        public String code(Phone phone) {
            return Objects.requireNonNull(codes.get(phone), "no code was sent");
        }
    }

    static String hour(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
