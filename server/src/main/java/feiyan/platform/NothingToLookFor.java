package feiyan.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.stereotype.Component;

/**
 * Libraries look through an application's packages for what they could do with its classes (Jackson for mix-ins): each
 * of two thousand is opened, at each start, for nothing. None is told which packages are ours. Whoever brings what
 * needs to be found so takes this class away.
 */
@Component
class NothingToLookFor implements BeanFactoryPostProcessor {

    private static final String OURS = AutoConfigurationPackages.class.getName();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof BeanDefinitionRegistry definitions && definitions.containsBeanDefinition(OURS)) {
            definitions.removeBeanDefinition(OURS);
        }
    }
}
