package feiyan.demo;

/**
 * An approved order that is to be served.
 *
 * @param reviewedAgain what happens when it comes back to a desk: escalated by the clock, or not solved
 * @param tries how often it was offered in vain
 */
record Task(World world, Life life, Runnable reviewedAgain, int tries) {

    Task oneMoreTry() {
        return new Task(world, life, reviewedAgain, tries + 1);
    }
}
