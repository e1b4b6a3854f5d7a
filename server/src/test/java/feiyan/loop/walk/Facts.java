package feiyan.loop.walk;

import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it stood when somebody looked at it, just before they act. */
record Facts(
        CountyId county,
        OrderId id,
        int version,
        State state,
        UnitId unit,
        UnitId station,
        @Nullable UnitId dispatching,
        @Nullable UUID requester,
        UUID placedBy,
        Channel channel,
        @Nullable ProjectId project,
        int headcount,
        int minutes,
        Slot window,
        @Nullable Slot agreed,
        @Nullable OrderId parent,
        boolean urgent,
        boolean confidential) {

    boolean isGroup() {
        return channel == Channel.GROUP;
    }
}
