package feiyan.triage;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the words in which somebody says a need: whom to call first, and which projects may be meant. It learns from
 * labelled requests and words written by hand, always the same, and keeps nothing of what it reads. What ships with the
 * program is learned when the first words are read: a start has no words yet, and learning takes it a tenth of its
 * time.
 */
@Component
public final class Triage {

    private final Supplier<Learned> learned;

    @Autowired
    public Triage() {
        this(() -> Shipped.LEARNED);
    }

    private Triage(Supplier<Learned> learned) {
        this.learned = learned;
    }

    private record Learned(Alarm alarm, Suggestions suggestions) {

        static Learned from(List<Example> examples) {
            var needs =
                    Stream.concat(examples.stream(), Resources.needs().stream()).toList();
            return new Learned(
                    new Alarm(new Concepts(Resources.lines("concepts.txt")), Resources.calls(needs)),
                    new Suggestions(new Centroids(needs, Resources.projects())));
        }
    }

    /** The same for every application in the program, and learned once. */
    private static final class Shipped {

        static final Learned LEARNED = Learned.from(taught());
    }

    /** The same reader, had it only ever seen these examples: for measuring. */
    public static Triage learnedFrom(List<Example> examples) {
        var learned = Learned.from(examples);
        return new Triage(() -> learned);
    }

    /** What the shipped reader learned from. */
    public static List<Example> taught() {
        return Resources.requests();
    }

    public Reading read(String words) {
        return new Reading(emergency(words), learned.get().suggestions().read(words));
    }

    /** Whom to call first, where nothing else is asked of the words. */
    public Optional<Emergency> emergency(String words) {
        return learned.get().alarm().hear(words);
    }
}
