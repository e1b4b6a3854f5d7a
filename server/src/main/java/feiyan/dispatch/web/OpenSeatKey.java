package feiyan.dispatch.web;

import feiyan.dispatch.OpenSeatPlace;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.web.api.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a part of the list ended, as an address carries it. */
final class OpenSeatKey {

    private static final String BETWEEN = "_";
    private static final int PARTS = 4;

    private OpenSeatKey() {}

    static String write(OpenSeatPlace place) {
        return String.join(
                BETWEEN,
                place.day().toString(),
                Integer.toString(place.way()),
                place.from().toString(),
                place.order().value().toString());
    }

    /** Empty for what nobody wrote: the list begins anew. */
    static Optional<OpenSeatPlace> read(@Nullable String text) {
        return text == null ? Optional.empty() : read(List.of(text.split(BETWEEN, -1)));
    }

    static String cursor(OpenSeatPlace place) {
        return Cursor.of(place.day(), place.way(), place.from(), place.order().value());
    }

    static @Nullable OpenSeatPlace read(@Nullable Cursor cursor) {
        return cursor == null ? null : read(cursor.keys()).orElse(null);
    }

    private static Optional<OpenSeatPlace> read(List<String> parts) {
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(parts.get(0));
            var way = Integer.parseInt(parts.get(1));
            var from = Instant.parse(parts.get(2));
            return Ids.parse(parts.get(3)).map(id -> new OpenSeatPlace(day, way, from, new OrderId(id)));
        } catch (DateTimeException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
