package feiyan.demo;

/** What the demo has in mind for an order when it comes in. */
enum Fate {
    /** Approved by the station and served. */
    SMOOTH(62),
    /** The station does it at once. */
    ON_THE_SPOT(10),
    ASKED_BACK(7),
    REFUSED(5),
    /** The requester needs it no more. */
    CALLED_OFF(4),
    /** Nobody looks at it: the clock carries it up to the center. */
    NEGLECTED(4),
    TO_INSTITUTE(6),
    TO_CENTER(2),
    // Not drawn but arranged, so that each of them is there to be seen.
    /** A scene of the story goes on with it, and nobody else. */
    ARRANGED(0),
    /** Joined with its like. */
    MERGED(0),
    /** It went up to the center and lies there still. */
    FORSAKEN(0),
    /** Served by a team, and the last to go forgot to check out. */
    FORGOTTEN(0);

    private final int share;

    Fate(int share) {
        this.share = share;
    }

    static Fate drawn(Luck luck) {
        int left = luck.between(1, 100);
        for (var fate : values()) {
            left -= fate.share;
            if (left <= 0) {
                return fate;
            }
        }
        throw new IllegalStateException("the shares make a hundred");
    }
}
