package feiyan.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the container, once all are known, that its definitions will stay, so that it keeps what it finds out about
 * them. Left to itself it learns this only after most of the application is made (what the web server needs draws that
 * in), and until then looks through all of them for each that is asked for. Whatever changes a definition later than
 * this, as a library may, changes nothing.
 */
@Component
class DefinitionsComplete implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
