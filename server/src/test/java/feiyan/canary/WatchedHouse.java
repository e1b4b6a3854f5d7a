package feiyan.canary;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts the watches into the application of a test: around everything, and where it is known who asks. */
public class WatchedHouse implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Watches();
    }

    /** All alike: no reason for a context of one's own. */
    private record Watches() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var beans = context.getBeanFactory();
            beans.registerSingleton("answerWatch", at(new AnswerWatch(), Ordered.HIGHEST_PRECEDENCE));
            beans.registerSingleton("whoIsIt", at(new WhoIsIt(), Ordered.LOWEST_PRECEDENCE));
            beans.registerSingleton("thrownWatch", new ThrownWatch());
        }

        private static FilterRegistrationBean<Filter> at(Filter filter, int order) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(order);
            registration.setDispatcherTypes(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
            registration.setAsyncSupported(true);
            return registration;
        }
    }
}
