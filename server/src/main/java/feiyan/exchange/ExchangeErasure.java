package feiyan.exchange;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A webhook goes on when whoever set it up has left: it is the unit's, and names its maker by id alone. */
@Component
class ExchangeErasure implements Erasure {

    @Override
    public Set<String> erases() {
        return Set.of();
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "webhook", "who connected a unit's other system, by id; the sealed address and secret are the unit's",
                "webhook_delivery", "that a step of an order was told, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        return false;
    }
}
