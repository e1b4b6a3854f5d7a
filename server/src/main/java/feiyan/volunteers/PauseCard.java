package feiyan.volunteers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer sees of the own break.
 *
 * @param until its last day; null where they take none
 * @param open questions asked before that still wait for an answer
 */
public record PauseCard(@Nullable LocalDate until, int open) {}
