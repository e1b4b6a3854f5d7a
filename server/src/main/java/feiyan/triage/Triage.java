package feiyan.triage;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the words in which somebody says a need: whom to call first, and which projects may be meant. It learns at
 * start from labelled requests and words written by hand, always the same, and keeps nothing of what it reads.
 */
@Component
public final class Triage {

    private final Alarm alarm;
    private final Suggestions suggestions;

    @Autowired
    public Triage() {
        this(taught(), Resources.projects());
    }

    private Triage(List<Example> examples, List<ProjectWords> projects) {
        alarm = new Alarm(new Pictures(Resources.lines("emergency.txt")), Resources.calls(examples));
        suggestions = new Suggestions(new Centroids(examples, projects));
    }

    /** The same reader, had it only ever seen these examples: for measuring. */
    public static Triage learnedFrom(List<Example> examples) {
        return new Triage(examples, Resources.projects());
    }

    /** What the shipped reader learned from. */
    public static List<Example> taught() {
        return Resources.requests();
    }

    public Reading read(String words) {
        return new Reading(alarm.hear(words), suggestions.read(words));
    }
}
