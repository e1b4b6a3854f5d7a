package feiyan.bench.served;

/** Of the server's process, and of all of its database's together. */
public record Footprint(Proc server, Proc database) {

    /**
     * With what {@code ./run} looked at before it became the server, and with what unpacked and set up the database.
     */
    public double serverSeconds() {
        return (server.cpuMillis() + server.endedMillis()) / 1_000.0;
    }

    public double databaseSeconds() {
        return (database.cpuMillis() + database.endedMillis()) / 1_000.0;
    }

    public long serverMb() {
        return server.residentKb() / 1_024;
    }

    /** Its processes share most of their memory. */
    public long databaseMb() {
        return database.shareKb() / 1_024;
    }
}
