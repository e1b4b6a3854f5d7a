package feiyan.units.web;

import feiyan.web.api.Cursor;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A list that its door gives whole, since it is short by its nature, handed out by parts. */
final class Parts {

    private Parts() {}

    static <R, V> Slice<V> of(List<R> all, Paging paging, Function<R, UUID> id, Function<R, V> view) {
        var after = paging.cursor();
        var rest = after == null
                ? all
                : all.stream()
                        .dropWhile(row -> !id.apply(row).equals(after.id(0)))
                        .skip(1)
                        .toList();
        return Slice.of(rest, Integer.MAX_VALUE, paging, row -> Cursor.of(id.apply(row)), view);
    }
}
