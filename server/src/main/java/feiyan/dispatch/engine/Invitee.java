package feiyan.dispatch.engine;

/**
 * Somebody who might be asked, and how they used to answer.
 *
 * @param volunteer the place in the index
 * @param cost as in {@link Candidate}
 * @param saysYes of all questions, the share that they answer with yes
 * @param meanMinutes from the question to that answer, on average
 * @param openFor minutes after which the question is over, answered or not
 * @param openLater the same of a question that is asked at the next look only: there is less time then
 */
public record Invitee(int volunteer, int cost, double saysYes, double meanMinutes, double openFor, double openLater) {

    /** Somebody who may answer until the very end. */
    public Invitee(int volunteer, int cost, double saysYes, double meanMinutes) {
        this(volunteer, cost, saysYes, meanMinutes, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The chance of a yes within so many minutes of being asked; answers come as rarely later as earlier (exponential).
     */
    double yesWithin(double minutes) {
        return saysYes * (1 - silence(Math.min(minutes, openFor)));
    }

    /** The same if they are asked at the next look, so many minutes before the end. */
    double yesLater(double minutes) {
        return saysYes * (1 - silence(Math.min(minutes, openLater)));
    }

    /** The chance of a yes before {@code until}, given that none has come in {@code waited} minutes. */
    double yesAfter(double waited, double until) {
        double still = 1 - yesWithin(waited);
        return still <= 0 ? 0 : (yesWithin(Math.max(waited, until)) - yesWithin(waited)) / still;
    }

    private double silence(double minutes) {
        return Math.exp(-Math.max(0, minutes) / meanMinutes);
    }
}
