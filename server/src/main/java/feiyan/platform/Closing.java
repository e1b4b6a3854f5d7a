package feiyan.platform;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether this server is on its way out: then what is under way is finished, and nothing long is begun. */
@Component
public class Closing {

    private final ApplicationContext house;
    private volatile boolean begun;

    Closing(ApplicationContext house) {
        this.house = house;
    }

    public boolean begun() {
        return begun;
    }

    /** Before anybody else hears of it. The operator's port is a context of its own, which closes without the house. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin(ContextClosedEvent closed) {
        begun = begun || closed.getApplicationContext().equals(house);
    }
}
