package feiyan.bench.loop;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Gives each loop of a client a volunteer who is free: all of them in turn, twice a day each, day after day. So nobody
 * serves two homes at once or more than ten hours a week, whatever the rules are that the product holds against it.
 */
final class Diary {

    private static final int[] HOURS = {9, 14};

    private final Instant asked;
    private final LocalDate first;
    private final Duration length;
    private final int volunteers;
    private int loops;

    /** @param asked the morning on which all needs are placed; the services are on the days after it */
    Diary(Instant asked, int minutes, int volunteers) {
        this.asked = asked;
        this.first = LocalDate.ofInstant(asked, WorkingTime.ZONE).plusDays(1);
        this.length = Duration.ofMinutes(minutes);
        this.volunteers = volunteers;
    }

    record Entry(int volunteer, Moment moment) {}

    Entry next() {
        int turn = loops / volunteers;
        var begins = first.plusDays(turn / HOURS.length)
                .atTime(HOURS[turn % HOURS.length], 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
        return new Entry(loops++ % volunteers, new Moment(asked, new Slot(begins, begins.plus(length))));
    }
}
