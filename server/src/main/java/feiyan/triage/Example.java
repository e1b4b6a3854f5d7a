package feiyan.triage;

import java.util.Arrays;
import java.util.List;

/**
 * Words of a need with what a person made of them.
 *
 * @param projects what was meant; two where the words hold two needs, none where the platform has nothing for them
 */
public record Example(String words, List<String> projects, boolean emergency) {

    private static final String EMERGENCY = "EMERGENCY";
    private static final String NONE = "NONE";

    public Example {
        projects = List.copyOf(projects);
    }

    /** {@code label} as in the labelled requests: codes joined by +, or EMERGENCY, or NONE. */
    public static Example labelled(String words, String label) {
        var codes = Arrays.stream(label.split("\\+", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals(EMERGENCY) && !code.equals(NONE))
                .toList();
        return new Example(words, codes, label.contains(EMERGENCY));
    }
}
