package feiyan.orders;

/**
 * How the order is found to which a row of another module belongs for good, such as an offer or a seat: it is held by
 * that row's id, which need not be read first.
 */
public final class OrderOf {

    private final String held;

    /**
     * @param sql selects the order's id by :county, :row and :person; nothing where the row is no business of theirs.
     *     Whoever waits for the lock sees what was before, so whatever of it may change is asked again afterwards.
     */
    public OrderOf(String sql) {
        this.held = ServiceSheets.HELD_UNREAD.formatted(sql);
    }

    String held() {
        return held;
    }
}
