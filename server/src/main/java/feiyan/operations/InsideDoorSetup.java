package feiyan.operations;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts the door before the operator's port, which is a context of its own and finds this by name in {@code META-INF}.
 * No {@code @Configuration}: the scan would find it, and the door would stand before the people's port as well.
 */
class InsideDoorSetup {

    @Bean
    FilterRegistrationBean<InsideDoor> insideDoor(Environment settings) {
        var door = new FilterRegistrationBean<>(
                new InsideDoor(InsidePort.of(settings).watchers()));
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }
}
