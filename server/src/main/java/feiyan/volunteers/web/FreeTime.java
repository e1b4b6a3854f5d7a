package feiyan.volunteers.web;

import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** When in the week somebody is free, as people say it. */
enum FreeTime {
    WEEKDAY_MORNINGS(1, 5, 8, 12),
    WEEKDAY_AFTERNOONS(1, 5, 12, 18),
    WEEKDAY_EVENINGS(1, 5, 18, 21),
    WEEKENDS(6, 7, 8, 21);

    private final int firstDay;
    private final int lastDay;
    private final int from;
    private final int to;

    FreeTime(int firstDay, int lastDay, int from, int to) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.from = from;
        this.to = to;
    }

    static WeekHours hours(Collection<FreeTime> chosen) {
        return chosen.stream().reduce(WeekHours.NONE, (hours, time) -> time.addedTo(hours), (one, other) -> other);
    }

    /** Those of which every hour is free. */
    static Set<FreeTime> within(WeekHours hours) {
        var found = EnumSet.noneOf(FreeTime.class);
        Stream.of(values()).filter(time -> time.addedTo(hours).equals(hours)).forEach(found::add);
        return found;
    }

    private WeekHours addedTo(WeekHours hours) {
        var all = hours;
        for (int day = firstDay; day <= lastDay; day++) {
            all = all.with(DayOfWeek.of(day), from, to);
        }
        return all;
    }
}
