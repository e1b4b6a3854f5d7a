package feiyan.dispatch.engine;

/**
 * The 168 hours of a week from Monday 0:00, hour h as bit h: of {@code low} up to 63, {@code mid} to 127, {@code high}.
 */
public record WeekBits(long low, long mid, long high) {

    public static final int HOURS = 168;
    public static final WeekBits ALWAYS = new WeekBits(-1L, -1L, -1L >>> (192 - HOURS));

    boolean has(int hour) {
        long word = hour < 64 ? low : hour < 128 ? mid : high;
        return (word >>> (hour & 63) & 1) != 0;
    }

    /** Whether each hour that is touched from {@code start} to {@code end} (minutes of the week) is one of them. */
    boolean covers(int start, int end) {
        if (start < 0 || end > HOURS * 60) {
            return false;
        }
        for (int hour = start / 60; hour * 60 < end; hour++) {
            if (!has(hour)) {
                return false;
            }
        }
        return true;
    }
}
