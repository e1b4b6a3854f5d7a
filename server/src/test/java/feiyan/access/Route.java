package feiyan.access;

import org.jspecify.annotations.Nullable;

/**
 * A method and a pattern, as the application answers them.
 *
 * @param variant another thing or form at the same route, tried on a line of its own
 */
record Route(String method, String pattern, @Nullable String variant) implements Comparable<Route> {

    static Route of(String method, String written) {
        var parts = written.split("#", 2);
        return new Route(method, parts[0], parts.length == 2 ? parts[1] : null);
    }

    Route plain() {
        return new Route(method, pattern, null);
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean writes() {
        return !method.equals("GET");
    }

    String path() {
        return variant == null ? pattern : pattern + "#" + variant;
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
