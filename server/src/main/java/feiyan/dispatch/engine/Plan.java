package feiyan.dispatch.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who serves what.
 *
 * @param cost less the seats that nobody could fill
 * @param bound no plan costs less; what ties of those asked are worth is in it, but not in the cost
 * @param open seats left open, whether or not somebody could fill them
 * @param unkept what was pinned and breaks a hard rule
 * @param candidateNanos of the time, what finding the candidates took
 * @param tries of the search after the first plan
 */
public record Plan(
        List<Seat> seats, long cost, long bound, List<Open> open, List<Pair> unkept, long candidateNanos, long tries) {

    /**
     * @param cost of the pair by itself
     * @param nextBest the cheapest other person who could take the seat as things stand; none: nobody
     */
    public record Seat(Pair pair, int cost, Optional<NextBest> nextBest) {

        /** How much dearer the next best is. */
        public OptionalLong untilNextBest() {
            return nextBest.map(next -> OptionalLong.of(next.dearer())).orElseGet(OptionalLong::empty);
        }
    }

    /**
     * @param volunteer the place in the index
     * @param dearer by how much; a search that was cut off may have left somebody cheaper
     */
    public record NextBest(int volunteer, long dearer) {}

    /**
     * @param order the place in the list that was planned
     * @param unfillable of the seats, those that nobody could fill whatever the plan
     */
    public record Open(int order, int seats, int unfillable) {}
}
