package feiyan.calendar.web;

import feiyan.calendar.CalendarSpan;
import feiyan.calendar.WorkingCalendars;
import feiyan.calendar.WorkingTime;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The county's holidays and make-up workdays, for the administrators of its center. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/calendar")
class CalendarApi {

    private final WorkingCalendars calendars;
    private final InstantSource clock;

    CalendarApi(WorkingCalendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param working true for weekend days that are worked, false for a holiday */
    record DaysView(LocalDate from, LocalDate to, boolean working, String name) {

        static DaysView of(CalendarSpan span) {
            return new DaysView(span.from(), span.to(), span.working(), span.name());
        }
    }

    @Operation(
            summary = "The days of a year that differ from their weekday; a handful of spans",
            description = "For the administrators of the center; this year where none is said.")
    @NeedsScope("units:read")
    @GetMapping
    Outcome<List<DaysView>> year(Actor actor, @RequestParam Optional<Integer> year) {
        int wanted = year.orElseGet(
                () -> LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE).getYear());
        if (wanted < SpanForm.FIRST_YEAR || wanted > SpanForm.LAST_YEAR) {
            throw Unprocessable.of("year", "calendar.from.wrong");
        }
        return calendars
                .year(actor, wanted)
                .map(spans -> spans.stream().map(DaysView::of).toList());
    }

    /** @param to the last day; one day needs none */
    record NewDays(LocalDate from, @Nullable LocalDate to, boolean working, String name) {

        SpanForm form() {
            return new SpanForm(from.toString(), Objects.toString(to, ""), working ? "work" : "free", name);
        }
    }

    record DaysKept(LocalDate from, LocalDate to) {}

    @Operation(
            summary = "Say of some days that they are worked or free; what was said of them before is replaced",
            description = "For the administrators of the center. Deadlines that are running are reckoned anew.")
    @NeedsScope("units:write")
    @PostMapping("/spans")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<DaysKept> add(Actor actor, @RequestBody NewDays span) {
        var mistakes = new Mistakes();
        var read = span.form().span(mistakes);
        Unprocessable.ifAny(mistakes);
        return calendars.set(actor, read.orElseThrow()).map(set -> new DaysKept(set.from(), set.to()));
    }

    record DaysRemoval(LocalDate from, LocalDate to) {

        /** As far as days go: what they were called is of no matter here. */
        SpanForm form() {
            return new SpanForm(from.toString(), to.toString(), "free", "-");
        }
    }

    @Operation(
            summary = "Make days like any other of their weekday again",
            description = "For the administrators of the center. Deadlines that are running are reckoned anew.")
    @NeedsScope("units:write")
    @PostMapping("/removals")
    Outcome<DaysKept> remove(Actor actor, @RequestBody DaysRemoval removal) {
        var mistakes = new Mistakes();
        removal.form().span(mistakes);
        Unprocessable.ifAny(mistakes);
        return calendars
                .remove(actor, removal.from(), removal.to())
                .map(removed -> new DaysKept(removal.from(), removal.to()));
    }
}
