package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.menu.Project;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;

/** A seat in the day of who holds it. */
public record SeatLine(
        SeatId seat, SeatState state, PersonId volunteer, ServiceSheet order, Project project, String unit, Slot time) {

    /** What is served, for those who need not know the menu. */
    public String service() {
        return project.name();
    }

    /** Nothing is left to do for it. */
    public boolean isOver() {
        return state != SeatState.TAKEN && state != SeatState.PRESENT;
    }
}
