package feiyan.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be put right in a form before it can be sent, for {@code Pages.again}: the fields show it beside
 * themselves and the page lists it on top. Collected while the form's words are turned into the door's types.
 */
public final class Mistakes {

    /**
     * One mistake.
     *
     * @param field the name of the field, and its id on the page
     * @param code a message key that says what to write instead
     */
    public record Mistake(String field, String code, List<Object> args) {}

    private final List<Mistake> all = new ArrayList<>();

    public Mistakes add(String field, String code, Object... args) {
        all.add(new Mistake(field, code, List.of(args)));
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first mistake of a field: one at a time is enough to read. */
    public @Nullable Mistake of(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    public List<Mistake> all() {
        return List.copyOf(all);
    }
}
