package feiyan.access;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions are written within the transaction around a request, so that they are taken back with it. */
@TestConfiguration(proxyBeanMethods = false)
class SessionsWithin {

    @Bean
    static BeanPostProcessor sessionsWithin() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (name.equals("springSessionTransactionOperations") && bean instanceof TransactionTemplate template) {
                    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
                }
                return bean;
            }
        };
    }
}
