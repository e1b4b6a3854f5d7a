package feiyan.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, by keyset. The answer also has {@code Link: rel="next"} where there is more.
 *
 * @param next what to send as {@code after} for the part that follows; null where this was the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /** A list that comes whole. */
    public static <T> Slice<T> all(List<T> items) {
        return new Slice<>(items, null);
    }

    /**
     * Of what a door gave, which gives at most {@code page} rows at once.
     *
     * @param cursor the row's sort keys, as {@link Cursor#of} writes them
     */
    public static <R, V> Slice<V> of(
            List<R> rows, int page, Paging paging, Function<R, String> cursor, Function<R, V> view) {
        var shown = rows.subList(0, Math.min(rows.size(), paging.limit()));
        boolean more = rows.size() > shown.size() || rows.size() >= page;
        return new Slice<>(
                shown.stream().map(view).toList(), more && !shown.isEmpty() ? cursor.apply(shown.getLast()) : null);
    }
}
