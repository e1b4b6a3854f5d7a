package feiyan.triage;

import java.util.List;
import java.util.Optional;

/**
 * What the words of a need seem to mean.
 *
 * @param projects codes of up to three projects, best first; empty where the words point to none
 */
public record Reading(Optional<Emergency> emergency, List<String> projects) {

    public static final Reading NOTHING = new Reading(Optional.empty(), List.of());

    public Reading {
        projects = List.copyOf(projects);
    }
}
