package feiyan.platform.database;

import feiyan.accounts.QuickPasswords;
import feiyan.canary.TwinCounty;
import feiyan.platform.Tenants;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a test class's application its own clone, by {@link Daylight}, and listens to what it says to it. */
class OwnDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new CloneFor(testClass);
    }

    /** Equal only to itself's class: two classes never share a context, since they would share its rows. */
    private record CloneFor(Class<?> testClass) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var clone = TwinCounty.databaseFor(testClass);
            TestPropertyValues.of(
                            "spring.datasource.url=" + clone.url(),
                            "spring.datasource.username=" + clone.user(),
                            "spring.datasource.password=" + clone.password())
                    .applyTo(context);
            context.getEnvironment().getPropertySources().addLast(Daylight.source());
            context.getBeanFactory().addBeanPostProcessor(new Listening());
            context.getBeanFactory().addBeanPostProcessor(new QuickPasswords());
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent closed
                        && closed.getApplicationContext().equals(context)) {
                    clone.close();
                }
            });
        }
    }

    /** The pool, overheard, and the counties as jobs go through them. */
    private static final class Listening implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean) {
                case DataSource pool
                when name.equals("dataSource") ->
                    ProxyDataSourceBuilder.create(pool)
                            .listener(StatementLog.LISTENER)
                            .listener(new CountyWatch())
                            .build();
                case Tenants counties -> ActingCounty.observed(counties);
                default -> bean;
            };
        }
    }
}
