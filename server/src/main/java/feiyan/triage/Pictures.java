package feiyan.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of emergency.txt: pictures of danger, words of haste, and what makes danger a thing to talk about. */
final class Pictures {

    private final Map<String, String> choices = new HashMap<>();
    private final List<Sign> signs = new ArrayList<>();
    private final List<Pattern> calm = new ArrayList<>();
    private final List<Pattern> pressing = new ArrayList<>();

    Pictures(List<String> lines) {
        lines.forEach(this::add);
    }

    private void add(String written) {
        var line = withChoices(written);
        var rest = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(' '))) {
            case "LET" ->
                choices.put("{" + rest.substring(0, rest.indexOf(' ')) + "}", rest.substring(rest.indexOf(' ') + 1));
            case "CALM" -> calm.add(Pattern.compile(rest));
            case "PRESSING" -> pressing.add(Pattern.compile(rest));
            default -> signs.add(Sign.of(line));
        }
    }

    private String withChoices(String line) {
        var full = line;
        for (var choice : choices.entrySet()) {
            full = full.replace(choice.getKey(), choice.getValue());
        }
        return full;
    }

    /** How many pictures call for which number. */
    Map<Emergency, Integer> seen(String spoken) {
        var seen = new EnumMap<Emergency, Integer>(Emergency.class);
        signs.stream().filter(sign -> sign.isIn(spoken)).forEach(sign -> seen.merge(sign.emergency(), 1, Integer::sum));
        return seen;
    }

    long haste(String spoken) {
        return found(pressing, spoken);
    }

    /** Lessons, fears, fiction, the past: each kind counts once. */
    long calm(String spoken) {
        return found(calm, spoken);
    }

    private static long found(List<Pattern> patterns, String spoken) {
        return patterns.stream()
                .filter(pattern -> pattern.matcher(spoken).find())
                .count();
    }
}
