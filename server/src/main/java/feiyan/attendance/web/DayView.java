package feiyan.attendance.web;

import feiyan.accounts.PersonId;
import feiyan.attendance.DaySeat;
import feiyan.attendance.DayStage;
import feiyan.attendance.MyDay;
import feiyan.dispatch.SeatState;
import feiyan.orders.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A volunteer's day: today, to come, and what is over. */
record DayView(List<DayLine> today, List<DayLine> toCome, List<DayLine> over, MonthSoFar month) {

    /** What was served since the first day of the month. */
    record MonthSoFar(int services, int minutes) {}

    /**
     * A seat with what there is to do for it now; nothing that says for whom.
     *
     * @param place the name of the station, which stands for the village
     * @param opens from when one may check in
     * @param minutes of service, so far or in all
     * @param companions who comes along, by name
     */
    record DayLine(
            UUID seat,
            SeatState state,
            DayStage stage,
            UUID order,
            String service,
            String place,
            Slot time,
            Instant opens,
            long minutes,
            List<String> companions) {

        static DayLine of(DaySeat day, Map<PersonId, String> names) {
            var line = day.seat();
            return new DayLine(
                    line.seat().value(),
                    line.state(),
                    day.stage(),
                    line.order().id().value(),
                    line.service(),
                    line.unit(),
                    line.time(),
                    day.opens(),
                    day.minutes(),
                    day.companions().stream()
                            .map(names::get)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    static DayView of(MyDay.Day day, Map<PersonId, String> names, MonthSoFar month) {
        return new DayView(lines(day.today(), names), lines(day.toCome(), names), lines(day.over(), names), month);
    }

    private static List<DayLine> lines(List<DaySeat> seats, Map<PersonId, String> names) {
        return seats.stream().map(seat -> DayLine.of(seat, names)).toList();
    }
}
