package feiyan.loop.walk;

/**
 * How far to walk, and which way.
 *
 * @param between how many commands from one look at everything to the next
 */
record Settings(int commands, long seed, int threads, int between) {

    private static final int COMMANDS = 200_000;
    private static final long SEED = 20260615;
    private static final int THREADS = 4;

    private static final int BETWEEN = 25_000;

    /** A shorter one looks for faults; it does not come by everything. */
    boolean isWhole() {
        return commands >= COMMANDS;
    }

    static Settings ofThisRun() {
        return new Settings(
                Integer.getInteger("feiyan.walk.commands", COMMANDS),
                Long.getLong("feiyan.walk.seed", SEED),
                Integer.getInteger("feiyan.walk.threads", THREADS),
                Integer.getInteger("feiyan.walk.between", BETWEEN));
    }
}
