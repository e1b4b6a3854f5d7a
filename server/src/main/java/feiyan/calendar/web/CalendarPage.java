package feiyan.calendar.web;

import feiyan.calendar.WorkingCalendars;
import feiyan.calendar.WorkingTime;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Choice;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The county's holidays and make-up workdays, for the administrators of its center. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarPage {

    private static final String VIEW = "calendar/year";
    private static final String PATH = "/admin/calendar";

    private final WorkingCalendars calendars;
    private final InstantSource clock;
    private final MessageSource words;

    CalendarPage(WorkingCalendars calendars, InstantSource clock, MessageSource words) {
        this.calendars = calendars;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping
    ModelAndView year(Actor actor, @RequestParam Optional<Integer> year) {
        return new ModelAndView(VIEW, model(actor, year.orElseGet(this::thisYear), SpanForm.empty()));
    }

    @PostMapping("/spans")
    ModelAndView add(Actor actor, SpanForm form, RedirectAttributes redirect) {
        var mistakes = new Mistakes();
        var span = form.span(mistakes);
        if (span.isEmpty()) {
            return Pages.again(VIEW, mistakes, model(actor, thisYear(), form));
        }
        return switch (calendars.set(actor, span.get())) {
            case Refused(var refusal) -> Pages.refused(refusal, PATH);
            case Done(var set) -> {
                Notice.done("calendar.added", set.name()).on(redirect);
                yield Pages.next(PATH + "?year=" + set.from().getYear());
            }
        };
    }

    @PostMapping("/removals")
    ModelAndView remove(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            RedirectAttributes redirect) {
        return switch (calendars.remove(actor, from, to)) {
            case Refused(var refusal) -> Pages.refused(refusal, PATH);
            case Done(var removed) -> {
                Notice.done("calendar.removed").on(redirect);
                yield Pages.next(PATH + "?year=" + removed.getYear());
            }
        };
    }

    private Map<String, @Nullable Object> model(Actor actor, int year, SpanForm form) {
        var spans = switch (calendars.year(actor, year)) {
            case Done(var known) -> known;
            case Refused(var refusal) -> throw new AccessDeniedException(refusal.code());
        };
        var missing = calendars.yearToEnter(actor.county());
        var model = new HashMap<String, @Nullable Object>();
        model.put("year", year);
        model.put("spans", spans);
        model.put("form", form);
        model.put("kinds", List.of(kind("free"), kind("work")));
        model.put("missing", missing.isPresent() ? missing.getAsInt() : null);
        return model;
    }

    private Choice kind(String kind) {
        return new Choice(kind, word("calendar.kind." + kind), word("calendar.kind." + kind + ".hint"));
    }

    private String word(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(words.getMessage(key, null, locale));
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE).getYear();
    }
}
