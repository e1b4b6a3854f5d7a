package feiyan.web;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says that a server would stand open before it does anything else, the data folder included. */
class ReachCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        Reach.of(settings);
    }

    /** After {@link OwnCertificate}, before the data folder is claimed. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
