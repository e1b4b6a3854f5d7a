package feiyan.exchange;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing: whom a unit tells of its orders says nothing of a person. */
@Component
@Order(9)
class ExchangeDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of();
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "webhook", "a unit's connection, its address and secret the unit's: an act of office",
                "webhook_delivery", "that a step of an order was told, by id; the step is told with the order");
    }

    @Override
    public void tell(DataSheet sheet) {
        // All that is here belongs to units.
    }
}
