package feiyan.dispatch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands of an order at this moment: the offers that are open or accepted, the seats on which somebody counts,
 * whether anybody waits to be asked, and whether another time was proposed.
 */
final class Standing {

    /** As PostgreSQL orders ids, which Java's own comparison does not. */
    private static final Comparator<Object> AS_WRITTEN = Comparator.comparing(Object::toString);

    private final TreeMap<Object, Offer> offers = new TreeMap<>(AS_WRITTEN);
    private final TreeMap<Object, Seat> seats = new TreeMap<>(AS_WRITTEN);
    private final boolean somebodyWaits;
    private final boolean timeProposed;

    Standing(List<Offer> offers, List<Seat> seats, boolean somebodyWaits, boolean timeProposed) {
        this.somebodyWaits = somebodyWaits;
        this.timeProposed = timeProposed;
        offers.forEach(this::enter);
        seats.forEach(this::enter);
    }

    void enter(Offer offer) {
        var id = offer.facts().id().value();
        if (offer.state() == OfferState.OPEN || offer.state() == OfferState.ACCEPTED) {
            offers.put(id, offer);
        } else {
            offers.remove(id);
        }
    }

    /** Nobody has two seats of one order. */
    void enter(Seat seat) {
        var holder = seat.facts().volunteer().value();
        if (seat.state() == SeatState.TAKEN || seat.state() == SeatState.PRESENT) {
            seats.put(holder, seat);
        } else {
            seats.remove(holder);
        }
    }

    static boolean covers(OfferState... states) {
        return Arrays.stream(states).allMatch(state -> state == OfferState.OPEN || state == OfferState.ACCEPTED);
    }

    /** Oldest first. */
    List<Offer> offers(OfferState... states) {
        var wanted = List.of(states);
        return offers.values().stream()
                .filter(offer -> wanted.contains(offer.state()))
                .toList();
    }

    Optional<Offer> offer(OfferId id) {
        return Optional.ofNullable(offers.get(id.value()));
    }

    /** By the holder's id: the order in which weeks are locked. */
    List<Seat> seats() {
        return List.copyOf(seats.values());
    }

    Optional<Seat> seat(SeatId id) {
        return seats.values().stream()
                .filter(seat -> seat.facts().id().equals(id))
                .findFirst();
    }

    boolean somebodyWaits() {
        return somebodyWaits;
    }

    boolean timeProposed() {
        return timeProposed;
    }
}
