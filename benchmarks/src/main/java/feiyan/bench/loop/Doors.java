package feiyan.bench.loop;

import feiyan.attendance.Attendance;
import feiyan.bench.county.House;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Seats;
import feiyan.orders.CheckInCode;
import feiyan.orders.Orders;
import feiyan.orders.Review;
import feiyan.platform.AppClock;

/**
 * The product's doors through which a need goes, in one house.
 *
 * @param taken what volunteers see of their seats
 */
public record Doors(
        AppClock clock,
        Orders orders,
        Review review,
        Offers offers,
        Answers answers,
        Seats seats,
        Attendance attendance,
        CheckInCode codes,
        TakenSeats taken) {

    /** @param house one with {@link BenchBeans} */
    public static Doors of(House house) {
        return new Doors(
                house.the(AppClock.class),
                house.the(Orders.class),
                house.the(Review.class),
                house.the(Offers.class),
                house.the(Answers.class),
                house.the(Seats.class),
                house.the(Attendance.class),
                house.the(CheckInCode.class),
                TakenSeats.in(house));
    }
}
