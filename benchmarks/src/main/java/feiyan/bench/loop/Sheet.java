package feiyan.bench.loop;

import java.util.Optional;
import java.util.regex.Pattern;

/** A page as it came. Read where something stands that the next form needs, and no further. */
public record Sheet(String html) {

    public Optional<String> find(Pattern pattern) {
        var found = pattern.matcher(html);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    String the(Pattern pattern) {
        return find(pattern)
                .orElseThrow(() -> new IllegalStateException("nowhere on the page: " + pattern + "\n" + html));
    }
}
