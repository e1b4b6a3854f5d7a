package feiyan.web.api;

import feiyan.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a list ended: the sort keys of its last row. Opaque, so that nobody builds on its shape, and not
 * signed, since it grants nothing: the query that reads on from it decides anew what the reader may see.
 */
public record Cursor(List<String> keys) {

    private static final String BETWEEN = "~";
    private static final int LONGEST = 512;

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** Of the last row's sort keys; a missing one stands as nothing. */
    public static String of(@Nullable Object... keys) {
        var joined = Arrays.stream(keys)
                .map(key -> key == null ? "" : key.toString())
                .collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text) {
        if (text.length() > LONGEST) {
            throw unusable();
        }
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (joined.chars().anyMatch(Character::isISOControl)) {
                throw unusable();
            }
            return new Cursor(List.of(joined.split(BETWEEN, -1)));
        } catch (IllegalArgumentException noBase64) {
            throw unusable();
        }
    }

    public UUID id(int index) {
        return Ids.parse(text(index)).orElseThrow(Cursor::unusable);
    }

    public @Nullable Instant instant(int index) {
        try {
            var moment = text(index).isEmpty() ? null : Instant.parse(text(index));
            if (moment != null
                    && !LikelyDay.isLikely(moment.atOffset(ZoneOffset.UTC).getYear())) {
                throw unusable();
            }
            return moment;
        } catch (DateTimeException malformed) {
            throw unusable();
        }
    }

    public String text(int index) {
        if (index >= keys.size()) {
            throw unusable();
        }
        return keys.get(index);
    }

    private static Unprocessable unusable() {
        return Unprocessable.of("after", "mistake.cursor");
    }
}
