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

    /** How threads meet is chance, whatever the seed: who has not come by everything goes on, so far. */
    private static final int AT_MOST_TIMES = 3;

    /** A shorter one looks for faults; it does not come by everything. */
    boolean isWhole() {
        return commands >= COMMANDS;
    }

    /** A whole walk goes on beyond its commands until it has come by everything, or to here. */
    int longest() {
        return isWhole() ? Math.multiplyExact(commands, AT_MOST_TIMES) : commands;
    }

    static Settings ofThisRun() {
        return new Settings(
                Integer.getInteger("feiyan.walk.commands", COMMANDS),
                Long.getLong("feiyan.walk.seed", SEED),
                Integer.getInteger("feiyan.walk.threads", THREADS),
                Integer.getInteger("feiyan.walk.between", BETWEEN));
    }
}
