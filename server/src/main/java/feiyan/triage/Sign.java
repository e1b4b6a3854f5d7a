package feiyan.triage;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One picture of danger: parts that stand close together (胸口 and 疼), and words that make it something else (车子 beside
 * 没气了).
 *
 * @param parts all must stand within reach of a match of the first
 * @param not none may
 */
record Sign(Emergency emergency, List<Pattern> parts, List<Pattern> not) {

    /** Characters between the parts of one picture: a spoken clause or two. */
    private static final int REACH = 16;

    /** {@code NUMBER part & part ! not}, as emergency.txt explains. */
    static Sign of(String line) {
        int blank = line.indexOf(' ');
        var halves = line.substring(blank + 1).split(" ! ", 2);
        return new Sign(
                Emergency.valueOf(line.substring(0, blank)),
                patterns(halves[0]).toList(),
                halves.length == 1 ? List.of() : patterns(halves[1]).toList());
    }

    private static Stream<Pattern> patterns(String parts) {
        return Stream.of(parts.split(" & ", -1)).map(String::strip).map(Pattern::compile);
    }

    boolean isIn(String spoken) {
        var first = parts.getFirst().matcher(spoken);
        while (first.find()) {
            var around = around(spoken, first.start(), first.end());
            if (holds(around)) {
                return true;
            }
        }
        return false;
    }

    private static String around(String spoken, int start, int end) {
        return spoken.substring(Math.max(0, start - REACH), Math.min(spoken.length(), end + REACH));
    }

    private boolean holds(String around) {
        return parts.stream().skip(1).allMatch(part -> part.matcher(around).find())
                && not.stream().noneMatch(word -> word.matcher(around).find());
    }
}
