package feiyan.dispatch;

import java.util.List;

/**
 * What one volunteer can take now.
 *
 * @param on whether the county lets volunteers take open seats unasked
 * @param seats each at the soonest time that suits, in the order of {@link OpenSeatPlace}
 * @param notForYou of the own village, with what stands against it
 */
public record OpenSeatBoard(boolean on, List<OpenSeat> seats, List<SeatNotForYou> notForYou) {

    static final OpenSeatBoard OFF = new OpenSeatBoard(false, List.of(), List.of());
    static final OpenSeatBoard NOTHING = new OpenSeatBoard(true, List.of(), List.of());

    public OpenSeatBoard {
        seats = List.copyOf(seats);
        notForYou = List.copyOf(notForYou);
    }
}
