package feiyan.web.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: an argument of an endpoint that answers with a {@link Slice}.
 *
 * @param limit how many at most, 1 to {@value #MOST}
 * @param after where the part before ended, as {@link Slice#next()} said; null for the first
 */
public record Paging(int limit, @Nullable String after) {

    public static final int MOST = 100;
    public static final int USUAL = 20;

    static Paging of(@Nullable String limit, @Nullable String after) {
        return new Paging(limit == null ? USUAL : bounded(limit), after == null || after.isEmpty() ? null : after);
    }

    private static int bounded(String limit) {
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException noNumber) {
            // told as any other number out of bounds
        }
        throw Unprocessable.of("limit", "mistake.limit", MOST);
    }

    /** Where to go on; null for the beginning. */
    public @Nullable Cursor cursor() {
        return after == null ? null : Cursor.read(after);
    }
}
