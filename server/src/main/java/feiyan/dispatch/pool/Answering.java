package feiyan.dispatch.pool;

/**
 * How somebody answered the offers of the last 180 days that they had the time to answer: those withdrawn before do not
 * count. A no in time is as good as a yes.
 *
 * @param asked and answered, or let pass by
 * @param inTime answered, yes or no
 * @param yes of them
 * @param meanMinutes from the offer to the answer, of those answered in time; 0 where there is none
 */
public record Answering(int asked, int inTime, int yes, double meanMinutes) {

    public static final Answering NEVER_ASKED = new Answering(0, 0, 0, 0);

    /** Everybody begins with so many answers in time, so that nobody is held worse for being new. */
    private static final int CREDIT = 5;

    // What is believed of somebody new, as if it had been seen twice: every second one says yes, within an hour.
    private static final int SEEN = 2;
    private static final double YES = 0.5;
    private static final double MINUTES = 60;

    /** Answers in time per thousand: what the engine weighs. */
    public int perMille() {
        return 1000 * (inTime + CREDIT) / (asked + CREDIT);
    }

    /** The chance that they say yes, if asked. */
    public double chanceOfYes() {
        return (yes + SEEN * YES) / (asked + SEEN);
    }

    /** After how many minutes to expect the answer. */
    public double usualMinutes() {
        return (inTime * meanMinutes + SEEN * MINUTES) / (inTime + SEEN);
    }
}
