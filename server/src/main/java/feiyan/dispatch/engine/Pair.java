package feiyan.dispatch.engine;

/**
 * Somebody for something.
 *
 * @param order the place in the list that is planned
 * @param volunteer the place in the index
 */
public record Pair(int order, int volunteer) {}
