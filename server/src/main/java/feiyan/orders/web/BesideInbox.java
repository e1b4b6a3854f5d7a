package feiyan.orders.web;

import feiyan.calendar.WorkingCalendars;
import feiyan.orders.SavedFilter;
import feiyan.orders.SavedFilters;
import feiyan.units.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands beside the piles of a desk: the searches kept, and that deadlines are counted without holidays. */
@ControllerAdvice(assignableTypes = InboxPage.class)
class BesideInbox {

    private final SavedFilters filters;
    private final WorkingCalendars calendars;

    BesideInbox(SavedFilters filters, WorkingCalendars calendars) {
        this.filters = filters;
        this.calendars = calendars;
    }

    @ModelAttribute("savedFilters")
    List<SavedFilter> savedFilters(Actor actor) {
        return filters.of(actor);
    }

    /** The year as text, so that no language puts a comma into it. */
    @ModelAttribute("yearWithoutHolidays")
    @Nullable
    String yearWithoutHolidays(Actor actor) {
        var year = calendars.yearReached(actor.county());
        return year.isPresent() ? String.valueOf(year.getAsInt()) : null;
    }
}
