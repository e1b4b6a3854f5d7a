package feiyan.dispatch.web;

import feiyan.dispatch.OpenSeat;
import feiyan.dispatch.OpenSeatPlace;
import feiyan.menu.ProjectId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the open seats that somebody wants to look at.
 *
 * @param day null: all days
 * @param kind null: all services
 * @param after where the part before ended; null for the first
 */
record OpenSeatList(
        List<OpenSeat> all,
        @Nullable LocalDate day,
        @Nullable ProjectId kind,
        @Nullable OpenSeatPlace after) {

    /** Seats of one day, the nearest first. */
    record Day(LocalDate day, List<OpenSeat> seats) {}

    /** Of what was chosen; what became open before {@code after} is seen by going back. */
    List<OpenSeat> chosen() {
        return all.stream()
                .filter(seat -> day == null || seat.place().day().equals(day))
                .filter(seat -> kind == null || seat.project().id().equals(kind))
                .filter(seat -> after == null || seat.place().compareTo(after) > 0)
                .toList();
    }

    List<Day> byDay(int most) {
        return chosen().stream()
                .limit(most)
                .collect(Collectors.groupingBy(seat -> seat.place().day(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Day(one.getKey(), one.getValue()))
                .toList();
    }

    /** Days on which there is anything, to choose from. */
    List<LocalDate> days() {
        return all.stream().map(seat -> seat.place().day()).distinct().sorted().toList();
    }

    /** Services of which there are any, by id. */
    Map<ProjectId, String> kinds() {
        var kinds = new LinkedHashMap<ProjectId, String>();
        all.forEach(seat -> kinds.putIfAbsent(seat.project().id(), seat.service()));
        return kinds;
    }

    /** Where the next part begins; null where this is the last. */
    @Nullable
    OpenSeatPlace next(int most) {
        var chosen = chosen();
        return chosen.size() > most ? chosen.get(most - 1).place() : null;
    }
}
