package feiyan.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice on its way to the page that tells it.
 *
 * @param path of that page
 */
record TravellingNotice(String path, Notice notice) {

    private static final JsonMapper JSON = new JsonMapper();
    /** As a browser asks for it, sign by sign. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]+");

    /** None where something in it would not arrive as what it was. */
    static Optional<TravellingNotice> of(@Nullable String path, @Nullable Object told) {
        return path != null
                        && PLAIN.matcher(path).matches()
                        && told instanceof Notice notice
                        && notice.args().stream().allMatch(arg -> arg instanceof String || arg instanceof Integer)
                ? Optional.of(new TravellingNotice(path, notice))
                : Optional.empty();
    }

    byte[] written() {
        return JSON.writeValueAsBytes(Stream.concat(Stream.of(path, notice.code()), notice.args().stream())
                .toList());
    }

    static Optional<TravellingNotice> read(byte[] written) {
        try {
            List<?> words = JSON.readValue(written, List.class);
            return words.size() >= 2 && words.get(0) instanceof String path && words.get(1) instanceof String code
                    ? Optional.of(new TravellingNotice(
                            path, new Notice(code, List.copyOf(words.subList(2, words.size())))))
                    : Optional.empty();
        } catch (JacksonException older) {
            return Optional.empty();
        }
    }
}
