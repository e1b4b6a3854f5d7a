package feiyan.bench.loop;

/**
 * What was used up to a moment, or between two.
 *
 * @param serverNanos processor time of the threads that serve: the web server's, or for what runs in process the
 *     clients'
 * @param databaseNanos processor time of all of PostgreSQL's processes
 */
record Usage(long serverNanos, long databaseNanos, long walBytes) {

    static final Usage NOTHING = new Usage(0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(
                serverNanos + other.serverNanos, databaseNanos + other.databaseNanos, walBytes + other.walBytes);
    }

    Usage since(Usage before) {
        return new Usage(
                serverNanos - before.serverNanos, databaseNanos - before.databaseNanos, walBytes - before.walBytes);
    }
}
