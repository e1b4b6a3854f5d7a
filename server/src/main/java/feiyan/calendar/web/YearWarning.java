package feiyan.calendar.web;

import feiyan.calendar.WorkingCalendars;
import feiyan.platform.CountyId;
import feiyan.units.AdminWarning;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From November on next year's holidays are known, and deadlines soon count on them. */
@Component
class YearWarning implements AdminWarning {

    private final WorkingCalendars calendars;

    YearWarning(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Optional<Warning> of(CountyId county) {
        return calendars.yearToEnter(county).stream()
                .mapToObj(String::valueOf)
                .map(year -> new Warning("calendar.missing", List.of(year), "/admin/calendar?year=" + year))
                .findFirst();
    }
}
