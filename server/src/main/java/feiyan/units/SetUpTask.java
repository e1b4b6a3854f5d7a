package feiyan.units;

import feiyan.platform.CountyId;

/**
 * What a module above adds to the list of things to do while a county is being set up, by Spring's order; ticked by
 * what is there, never by hand.
 */
public interface SetUpTask {

    /** A message key; {@code <key>.hint} says more. */
    String key();

    /** The page on which the center's administrator does it. */
    String path();

    boolean isDone(CountyId county);
}
