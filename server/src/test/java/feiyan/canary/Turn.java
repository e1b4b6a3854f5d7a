package feiyan.canary;

/** Where an order of the field table has come to; each is walked there from the beginning. */
enum Turn {
    SUBMITTED,
    RETURNED,
    APPROVED,
    OFFERED,
    ACCEPTED,
    IN_SERVICE,
    SERVED,
    CLOSED,
    REFUSED,
    CANCELLED,
    MERGED;

    boolean isReviewed() {
        return this != SUBMITTED && this != RETURNED && this != REFUSED && this != MERGED;
    }

    boolean isOffered() {
        return isReviewed() && this != APPROVED;
    }

    boolean isAgreed() {
        return isOffered() && this != OFFERED;
    }

    boolean isBegun() {
        return this == IN_SERVICE || isServed();
    }

    boolean isServed() {
        return this == SERVED || this == CLOSED;
    }
}
