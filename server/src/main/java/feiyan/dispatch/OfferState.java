package feiyan.dispatch;

/** Where an offer is in its life. */
public enum OfferState {
    /** Before there is an offer. */
    NEW,
    /** 待答复. */
    OPEN,
    /** 已接单. */
    ACCEPTED,
    /** 已婉拒: costs nothing. */
    DECLINED,
    /** 未答复: the deadline passed without an answer. */
    EXPIRED,
    /** 已撤回: others were faster, or the order ended. */
    WITHDRAWN,
    /** 已退回: taken on, then given back. */
    RETURNED
}
