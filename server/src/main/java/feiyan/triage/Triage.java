package feiyan.triage;

import java.util.List;
import java.util.stream.Stream;
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
        this(Shipped.READER.alarm, Shipped.READER.suggestions);
    }

    private Triage(Alarm alarm, Suggestions suggestions) {
        this.alarm = alarm;
        this.suggestions = suggestions;
    }

    /** What ships with the program is the same for every application in it, and learned once. */
    private static final class Shipped {

        static final Triage READER = learnedFrom(taught());
    }

    /** The same reader, had it only ever seen these examples: for measuring. */
    public static Triage learnedFrom(List<Example> examples) {
        var needs = Stream.concat(examples.stream(), Resources.needs().stream()).toList();
        return new Triage(
                new Alarm(new Concepts(Resources.lines("concepts.txt")), Resources.calls(needs)),
                new Suggestions(new Centroids(needs, Resources.projects())));
    }

    /** What the shipped reader learned from. */
    public static List<Example> taught() {
        return Resources.requests();
    }

    public Reading read(String words) {
        return new Reading(alarm.hear(words), suggestions.read(words));
    }
}
