package feiyan.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words speak of, whoever it befalls and in whichever dialect: 爹, 老嬷嬷 and 小妮 are persons, 井 and 汪 are water. A
 * person beside water says what neither says alone, so pairs of concepts count too.
 */
final class Concepts {

    private static final double ALONE = 0.3;
    private static final double PAIR = 0.15;

    private static final String PERSON = "person";
    private static final String NOBODY = "nobody";
    private static final String NOTHING = "nothing";

    private final Map<String, List<String>> concepts = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private int longest;

    Concepts(List<String> lines) {
        order.add(NOBODY);
        lines.forEach(this::add);
    }

    private void add(String line) {
        int blank = line.indexOf(' ');
        var concept = line.substring(0, blank);
        order.add(concept);
        for (var word : line.substring(blank + 1).split("\\|", -1)) {
            concepts.computeIfAbsent(word, any -> new ArrayList<>()).add(concept);
            longest = Math.max(longest, word.length());
        }
    }

    Map<String, Double> in(String spoken) {
        var spokenOf = found(spoken);
        var weights = new HashMap<String, Double>();
        var found = order.stream().filter(spokenOf::contains).toList();
        for (int i = 0; i < found.size(); i++) {
            weights.put("@" + found.get(i), ALONE);
            for (var other : found.subList(i + 1, found.size())) {
                weights.put("@" + found.get(i) + "+" + other, PAIR);
            }
        }
        return weights;
    }

    private Set<String> found(String spoken) {
        var found = new HashSet<String>();
        for (int from = 0; from < spoken.length(); from++) {
            found.addAll(longestAt(spoken, from));
        }
        found.remove(NOTHING);
        if (!found.contains(PERSON)) {
            found.add(NOBODY);
        }
        return found;
    }

    private List<String> longestAt(String spoken, int from) {
        for (int to = Math.min(spoken.length(), from + longest); to > from; to--) {
            var here = concepts.get(spoken.substring(from, to));
            if (here != null) {
                return here;
            }
        }
        return List.of();
    }
}
