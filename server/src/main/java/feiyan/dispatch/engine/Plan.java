package feiyan.dispatch.engine;

import java.util.List;

/**
 * Who serves what.
 *
 * @param cost less the seats that nobody could fill
 * @param candidateNanos of the time, what finding the candidates took
 * @param tries of the search after the first plan
 */
public record Plan(List<Seat> seats, long cost, long candidateNanos, long tries) {

    /**
     * @param order its place in the list that was planned
     * @param volunteer the place in the index
     */
    public record Seat(int order, int volunteer, int cost) {}
}
