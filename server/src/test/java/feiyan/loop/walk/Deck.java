package feiyan.loop.walk;

import feiyan.orders.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Every kind of command there is, and which is drawn where. */
final class Deck {

    private final List<Kind> people;
    private final List<Kind> placing = PlacingKinds.all();
    private final List<Kind> clock = ClockKinds.all();
    private final Map<State, List<Kind>> fitting = new EnumMap<>(State.class);

    Deck() {
        people = Stream.of(
                        ReviewKinds.all(),
                        GroupKinds.all(),
                        OfferKinds.all(),
                        SeatKinds.all(),
                        TimeKinds.all(),
                        AttendanceKinds.all(),
                        RatingKinds.all(),
                        ComplaintKinds.all(),
                        FamilyKinds.all(),
                        DeskKinds.all(),
                        DraftKinds.all(),
                        ProofKinds.all(),
                        OpenSeatKinds.all(),
                        HelperKinds.all(),
                        PlanKinds.all())
                .flatMap(Collection::stream)
                .toList();
        for (var state : State.values()) {
            fitting.put(state, weighted(state == State.NEW ? placing : people, state));
        }
    }

    private static List<Kind> weighted(List<Kind> kinds, State state) {
        var drawn = new ArrayList<Kind>();
        for (var kind : kinds) {
            drawn.addAll(Collections.nCopies(kind.weights().getOrDefault(state, 0), kind));
        }
        return drawn;
    }

    Kind placing(SplittableRandom dice) {
        return one(Objects.requireNonNull(fitting.get(State.NEW)), dice);
    }

    Kind clock(SplittableRandom dice) {
        return one(clock, dice);
    }

    /** Five of six fit the state, one is whatever comes to somebody's mind. */
    Kind on(State state, SplittableRandom dice) {
        return dice.nextInt(6) == 0 ? one(people, dice) : one(Objects.requireNonNull(fitting.get(state)), dice);
    }

    private static Kind one(List<Kind> kinds, SplittableRandom dice) {
        return kinds.get(dice.nextInt(kinds.size()));
    }

    List<Kind> ofTheClock() {
        return clock;
    }

    List<String> names() {
        return Stream.of(people, placing, clock)
                .flatMap(Collection::stream)
                .map(Kind::name)
                .toList();
    }

    /** People's: the clock is never told no. */
    List<String> refusable() {
        return Stream.of(people, placing)
                .flatMap(Collection::stream)
                .map(Kind::name)
                .toList();
    }
}
