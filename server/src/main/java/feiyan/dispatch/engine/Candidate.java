package feiyan.dispatch.engine;

/**
 * Somebody who may serve an order, and what that costs.
 *
 * @param volunteer the place in the list that the index was made of
 * @param cost in metres of road, without what further tasks of theirs add
 */
public record Candidate(int volunteer, int cost) {}
