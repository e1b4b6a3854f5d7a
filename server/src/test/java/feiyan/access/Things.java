package feiyan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the town, by the names under which the requests speak of it. */
final class Things {

    private static final Pattern THING = Pattern.compile("<([^>]+)>");

    private final Map<String, String> values = new TreeMap<>();

    void put(String name, Object value) {
        values.put(name, value.toString());
    }

    /** Within a longer text, each in angle brackets: {@code ["<member>"]}. */
    String readWithin(String written) {
        return THING.matcher(written).replaceAll(found -> Matcher.quoteReplacement(read("@" + found.group(1))));
    }

    /** {@code @name} stands for a thing, anything else for itself. */
    String read(String written) {
        if (!written.startsWith("@")) {
            return written;
        }
        assertThat(values).as("a thing of the town").containsKey(written.substring(1));
        return Objects.requireNonNull(values.get(written.substring(1)));
    }
}
