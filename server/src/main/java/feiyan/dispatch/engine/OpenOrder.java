package feiyan.dispatch.engine;

/**
 * An order that needs people at a fixed time.
 *
 * @param id the caller's own
 * @param x metres east of the county's corner, as {@code y} north of it; {@link #NOWHERE} for a remote service
 * @param skills all of which each of them must have; {@link Skills}
 * @param headcount how many, 1 to 12
 * @param start minutes since Monday 0:00
 * @param duration minutes
 * @param urgency 0 to 3
 * @param gender demanded, or {@link #ANY}
 * @param language preferred, or {@link #ANY}
 * @param partyPreferred whether a party member is preferred
 * @param previous who came the last times, by their id, or {@link #NOBODY}
 * @param named whom the requester would like, or {@link #NOBODY}
 */
public record OpenOrder(
        long id,
        float x,
        float y,
        Skills skills,
        int headcount,
        int start,
        int duration,
        int urgency,
        int gender,
        int language,
        boolean partyPreferred,
        long previous,
        long named) {

    public static final int ANY = 0;
    public static final long NOBODY = -1;
    /** There is no way to a remote service: with a number that is none, each distance is none. */
    public static final float NOWHERE = Float.NaN;

    boolean isRemote() {
        return Float.isNaN(x);
    }

    int end() {
        return start + duration;
    }
}
