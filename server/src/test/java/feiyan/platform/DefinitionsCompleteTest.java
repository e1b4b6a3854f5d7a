package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DefinitionsCompleteTest {

    /** The first that is made: made before anything else can ask for it. */
    static final class First {

        private final boolean known;

        First(ConfigurableListableBeanFactory beans) {
            known = beans.isConfigurationFrozen();
        }
    }

    /** As the web server does it: in the midst of the start, before the container makes all that there is. */
    static final class DrawnInEarly extends AnnotationConfigApplicationContext {

        @Override
        protected void onRefresh() {
            getBean(First.class);
        }
    }

    private static boolean knownToFirst(Class<?>... others) {
        try (var application = new DrawnInEarly()) {
            application.register(First.class);
            if (others.length > 0) {
                application.register(others);
            }
            application.refresh();
            return application.getBean(First.class).known;
        }
    }

    @Test
    void whatIsMadeFirstIsLookedUpAmongDefinitionsThatStay() {
        assertThat(knownToFirst()).as("left to itself").isFalse();
        assertThat(knownToFirst(DefinitionsComplete.class)).isTrue();
    }
}
