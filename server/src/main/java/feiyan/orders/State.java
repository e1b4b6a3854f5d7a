package feiyan.orders;

/** Where an order is in its life. Where it <em>stands</em> (which unit has it) is a separate fact. */
public enum State {
    /** Before there is an order: the origin of the first event; no row has it. */
    NEW,
    /** 待审核: waits for the unit that has it. */
    SUBMITTED,
    /** 待补充: the unit asked the requester something. */
    RETURNED,
    /** 待派单: approved, waits to be offered. */
    APPROVED,
    /** 派单中: offers are out. */
    OFFERED,
    /** 已接单: seats taken, the time is agreed. */
    ACCEPTED,
    /** 服务中: somebody has checked in. */
    IN_SERVICE,
    /** 待评价: served, or resolved on the spot. */
    SERVED,
    /** 已完成: rated, or the time for a rating has passed. */
    CLOSED,
    /** 已并单: served together with others in a group order. */
    MERGED,
    /** 未能受理: refused with a reason and a next step. */
    REFUSED,
    /** 已取消. */
    CANCELLED;

    /** Nothing is owed any more, unless somebody appeals or reopens. */
    public boolean isOver() {
        return this == CLOSED || this == REFUSED || this == CANCELLED;
    }
}
