package feiyan.cast;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatProgress;
import feiyan.dispatch.SeatStep;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comes and goes as attendance lets people, without a code: for tests of what follows from it. */
public final class AtTheDoor {

    private final Village village;
    private final SeatProgress progress;

    public AtTheDoor(Village village) {
        this.village = village;
        this.progress = village.the(SeatProgress.class);
    }

    public Outcome<Seat> checkIn(CountyId county, SeatId seat, PersonId by, @Nullable String reason) {
        return write(() ->
                progress.checkIn(county, hold(county, seat), seat, by, reason).map(SeatStep::seat));
    }

    public Outcome<Seat> checkOut(CountyId county, SeatId seat, PersonId by) {
        return write(
                () -> progress.checkOut(county, hold(county, seat), seat, by).map(SeatStep::seat));
    }

    private <T> Outcome<T> write(Supplier<Outcome<T>> work) {
        return village.the(Transactions.class).write(work);
    }

    private ServiceSheet hold(CountyId county, SeatId seat) {
        var order = village.the(JdbcClient.class)
                .sql("select order_id from seat where county_id = :county and id = :seat")
                .param("county", county.value())
                .param("seat", seat.value())
                .query(UUID.class)
                .single();
        return village.the(ServiceSheets.class).hold(county, new OrderId(order)).orElseThrow();
    }
}
