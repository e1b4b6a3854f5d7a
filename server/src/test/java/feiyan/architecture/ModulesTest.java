package feiyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.Feiyan;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Each module says whom it knows (package-info.java); nobody reaches behind a door and nothing goes round in circles.
 */
class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(Feiyan.class);

    @Test
    void keepToWhatTheySay() {
        modules.verify();
    }

    @Test
    void ordersKnowNeitherDispatchNorMessages() {
        var orders = modules.getModuleByName("orders").orElseThrow();
        assertThat(orders.getDirectDependencies(modules)
                        .uniqueModules()
                        .map(module -> module.getIdentifier().toString()))
                .contains("platform", "units")
                .doesNotContain("dispatch", "attendance", "messages");
    }
}
