package feiyan.loop.walk;

import java.util.List;
import java.util.Set;

/**
 * A wrong that a law is there to find, made in the tables behind the product's back.
 *
 * @param law in the law's own words
 * @param wrong what is so afterwards
 * @param steps statements of SQL; the last one says by its count whether there was anything to spoil
 * @param guards the constraints of the database that do not let it pass either: the second wall, lifted to see the
 *     first
 */
record Tampering(String law, String wrong, List<String> steps, Set<String> guards) {

    static Tampering of(String law, String wrong, String... steps) {
        return new Tampering(law, wrong, List.of(steps), Set.of());
    }

    Tampering against(String... lifted) {
        return new Tampering(law, wrong, steps, Set.of(lifted));
    }

    @Override
    public String toString() {
        return "“" + law + "” when " + wrong;
    }
}
