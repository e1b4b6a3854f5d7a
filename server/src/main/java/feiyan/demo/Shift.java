package feiyan.demo;

import feiyan.demo.DemoTeams.Squad;
import feiyan.orders.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to serve when.
 *
 * @param squad the team that is asked; null where each of them is asked in person
 */
record Shift(Slot time, @Nullable Squad squad, List<Hand> hands) {

    Shift at(Slot other) {
        return new Shift(other, squad, hands);
    }
}
