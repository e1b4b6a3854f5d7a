package feiyan.orders.web;

import feiyan.orders.Channel;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.OnBehalf;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need that somebody else writes down. Never logged: prints without its contents. */
record CounterJson(
        @Nullable UUID id,
        @Nullable UUID who,
        @Nullable String name,
        @Nullable String phone,
        UUID station,
        String address,
        @Nullable String recipient,
        @Nullable String need,
        @Nullable UUID project,
        SlotJson window,
        @Nullable Boolean urgent,
        OnBehalf consent,
        Channel channel,
        @Nullable Step step,
        @Nullable String done) {

    String words() {
        return need == null ? "" : need.strip();
    }

    Step stepOrPlace() {
        return step == null ? Step.PLACE : step;
    }

    @Override
    public String toString() {
        return "CounterJson[…]";
    }
}
