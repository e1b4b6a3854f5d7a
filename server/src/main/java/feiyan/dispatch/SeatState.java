package feiyan.dispatch;

import java.util.EnumSet;
import java.util.Set;

/** Where a seat is in its life. */
public enum SeatState {
    /** Before anybody took it. */
    NEW,
    /** 已报到位: somebody will come. */
    TAKEN,
    /** 已签到. */
    PRESENT,
    /** 已签退. */
    SERVED,
    /** 已让出: given back by who had it. */
    GIVEN_BACK,
    /** 已解除: the order ended or moved on without them. */
    RELEASED,
    /** 未到场. */
    NO_SHOW;

    /** Somebody counts on it: it fills a place and the holder's week. */
    public static final Set<SeatState> LIVE = EnumSet.of(TAKEN, PRESENT);
}
