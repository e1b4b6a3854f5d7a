package feiyan.triage;

import java.util.HashMap;
import java.util.Map;

/** The pieces by which texts are compared: each character, each pair, and each pair by its sound at half the weight. */
final class Grams {

    private static final double BY_SOUND = 0.5;

    /** A single Latin letter or digit says nothing, unlike a character. */
    private static final char LAST_ASCII = 127;

    private Grams() {}

    static Map<String, Double> of(String text) {
        var grams = new HashMap<String, Double>();
        for (var clause : Spoken.of(text).split(" ", -1)) {
            add(clause, grams);
        }
        return grams;
    }

    private static void add(String clause, Map<String, Double> grams) {
        var sound = Syllables.sound(clause);
        for (int i = 0; i < clause.length(); i++) {
            if (clause.charAt(i) > LAST_ASCII) {
                grams.put(clause.substring(i, i + 1), 1.0);
            }
            if (i + 1 < clause.length()) {
                grams.put(clause.substring(i, i + 2), 1.0);
                // Marked, for characters without a sound would else count twice under one name.
                grams.put("~" + sound.substring(i, i + 2), BY_SOUND);
            }
        }
    }
}
