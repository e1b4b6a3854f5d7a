package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders;
import feiyan.orders.OnBehalf;
import feiyan.orders.OrderId;
import feiyan.units.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written down at the counter, as it was typed.
 *
 * @param id made with the empty form: what is sent twice is placed once
 * @param find a phone number or part of a name
 * @param who somebody found; null for somebody new
 * @param name of somebody new
 * @param phone empty for a household without one
 * @param recipient for whom it is; empty for the one who asks
 * @param suggested a project chosen from what the words may mean; it goes before the list
 * @param done what was done, where it is settled on the spot
 */
record CounterForm(
        @Nullable OrderId id,
        @Nullable String find,
        @Nullable PersonId who,
        @Nullable String name,
        @Nullable String phone,
        @Nullable UnitId station,
        @Nullable String address,
        @Nullable String recipient,
        @Nullable String need,
        @Nullable ProjectId project,
        @Nullable ProjectId suggested,
        @Nullable WindowPreset when,
        @Nullable Boolean urgent,
        @Nullable OnBehalf consent,
        @Nullable Channel channel,
        CounterOrders.@Nullable Step step,
        @Nullable String done) {

    static CounterForm empty(OrderId id, Channel channel) {
        return new CounterForm(
                id,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                WindowPreset.WEEK,
                null,
                null,
                channel,
                null,
                null);
    }

    @Nullable
    ProjectId chosen() {
        return suggested == null ? project : suggested;
    }

    CounterOrders.Step stepOrPlace() {
        return Objects.requireNonNullElse(step, CounterOrders.Step.PLACE);
    }

    boolean isUrgent() {
        return Boolean.TRUE.equals(urgent);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
