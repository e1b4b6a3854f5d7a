package feiyan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routes by the segments of their paths. Gives those that a path may be for: a few of a thousand, and never one too
 * few. Whether a route really is the one is not decided here.
 */
final class RouteTree<R> {

    private final Branch<R> root = new Branch<>();

    private static final class Branch<R> {

        private final Map<String, Branch<R>> named = new HashMap<>();
        private @Nullable Branch<R> any;
        private final List<R> ends = new ArrayList<>();
        /** What goes on from here in a way that only its pattern knows. */
        private final List<R> open = new ArrayList<>();
    }

    /** @param pattern as Spring writes it: {@code /orders/{id}/rating} */
    void add(String pattern, R route) {
        var branch = root;
        for (var segment : segments(pattern)) {
            if (isOpen(segment)) {
                branch.open.add(route);
                return;
            }
            branch =
                    segment.startsWith("{") ? any(branch) : branch.named.computeIfAbsent(segment, is -> new Branch<>());
        }
        branch.ends.add(route);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Anything but plain words and whole variables. */
    private static boolean isOpen(String segment) {
        boolean variable = segment.startsWith("{")
                && segment.endsWith("}")
                && segment.chars().allMatch(sign -> sign == '{' || sign == '}' || Character.isLetterOrDigit(sign));
        return !variable && segment.chars().anyMatch(sign -> "{}*?\\:".indexOf(sign) >= 0);
    }

    private static <R> Branch<R> any(Branch<R> branch) {
        var any = branch.any;
        if (any == null) {
            any = new Branch<>();
            branch.any = any;
        }
        return any;
    }

    /** @param segments of the path that is asked for, decoded */
    List<R> candidates(List<String> segments) {
        var found = new ArrayList<R>();
        collect(root, segments, 0, found);
        return found;
    }

    private static <R> void collect(@Nullable Branch<R> branch, List<String> segments, int at, List<R> found) {
        if (branch == null) {
            return;
        }
        found.addAll(branch.open);
        if (at == segments.size()) {
            found.addAll(branch.ends);
        } else {
            collect(branch.named.get(segments.get(at)), segments, at + 1, found);
            collect(branch.any, segments, at + 1, found);
        }
    }
}
