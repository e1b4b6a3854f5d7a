package feiyan.dispatch;

import feiyan.orders.Slot;
import java.util.Set;

/**
 * A service of one's own village for which others were asked. Nothing that says who, nor for whom.
 *
 * @param against what stood against oneself, as one is registered now; where anything did, that is why
 * @param why else; never empty then
 */
public record OtherAsked(String service, Slot time, Set<Obstacle> against, Set<Why> why) {

    /** Why others, though nothing stood against oneself. */
    public enum Why {
        /** The requester asked for somebody by name. */
        WISHED,
        /** A team was asked, and its leader chose. */
        TEAM,
        /** Somebody took the open seat by themselves. */
        TAKEN,
        /** Oneself had been asked as often as the county lets anybody be within seven days. */
        ASKED_ENOUGH,
        /** Somebody had served this household before. */
        KNOWN_THERE,
        NEARER,
        /** Everybody asked had less to do that week. */
        LESS_BUSY,
        /** Everybody asked had been asked less often within seven days. */
        ASKED_LESS,
        /** As well suited: not all can be asked. */
        ALIKE
    }
}
