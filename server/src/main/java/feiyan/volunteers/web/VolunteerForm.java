package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Profile;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.WeekHours;
import feiyan.web.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer says of themselves, as it was typed; a tick that was not set is not sent at all.
 *
 * @param hours a week at most
 * @param kilometres from home at most
 */
record VolunteerForm(
        @Nullable Set<String> skills,
        @Nullable Set<FreeTime> free,
        @Nullable String hours,
        @Nullable String kilometres,
        @Nullable UnitId station,
        @Nullable Boolean party,
        @Nullable String born,
        @Nullable Boolean guardian) {

    private static final int LONGEST_SKILL = 40;
    private static final int MOST_HOURS = 60;
    private static final int MOST_KILOMETRES = 100;
    private static final int USUAL_KILOMETRES = 10;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static VolunteerForm blank(@Nullable UnitId home, int weeklyMinutes) {
        var hours = Integer.toString(weeklyMinutes / 60);
        return new VolunteerForm(
                Set.of(), Set.of(), hours, Integer.toString(USUAL_KILOMETRES), home, false, null, false);
    }

    static VolunteerForm of(Volunteer it) {
        return new VolunteerForm(
                it.skills(),
                FreeTime.within(it.freeHours()),
                Integer.toString(it.weeklyLimitMinutes() / 60),
                Integer.toString(Math.max(1, it.radiusMetres() / 1000)),
                it.unit(),
                it.partyMember(),
                null,
                null);
    }

    /** @param known the units that can be chosen */
    Mistakes mistakes(Set<UnitId> known) {
        var mistakes = new Mistakes();
        if (orNone(skills).isEmpty() || orNone(skills).stream().anyMatch(skill -> skill.length() > LONGEST_SKILL)) {
            mistakes.add("skills", "volunteers.mistake.skills");
        }
        if (orNone(free).isEmpty()) {
            mistakes.add("free", "volunteers.mistake.free");
        }
        if (!within(hours, MOST_HOURS)) {
            mistakes.add("hours", "volunteers.mistake.hours", MOST_HOURS);
        }
        if (!within(kilometres, MOST_KILOMETRES)) {
            mistakes.add("kilometres", "volunteers.mistake.kilometres", MOST_KILOMETRES);
        }
        if (station == null || !known.contains(station)) {
            mistakes.add("station", "volunteers.mistake.station");
        }
        return mistakes;
    }

    /** For who joins: the day of birth is needed too. */
    Mistakes mistakesOfJoining(Set<UnitId> known, LocalDate today) {
        var mistakes = mistakes(known);
        if (day().filter(day -> day.isBefore(today)).isEmpty()) {
            mistakes.add("born", "volunteers.mistake.born");
        }
        return mistakes;
    }

    /** Only of a form without mistakes. */
    Enrolment enrolment(PersonId person) {
        var profile = profile(WeekHours.NONE);
        return new Enrolment(
                person,
                profile.unit(),
                null,
                profile.radiusMetres(),
                profile.weeklyLimitMinutes(),
                profile.freeHours(),
                Gender.UNKNOWN,
                profile.partyMember(),
                day().orElseThrow(),
                guardian != null && guardian,
                null,
                profile.skills());
    }

    /** The finer hours that stand already stay, unless other times were ticked. */
    Profile profile(WeekHours now) {
        var chosen = orNone(free);
        return new Profile(
                Objects.requireNonNull(station),
                Integer.parseInt(text(kilometres)) * 1000,
                Integer.parseInt(text(hours)) * 60,
                FreeTime.within(now).equals(chosen) ? now : FreeTime.hours(chosen),
                party != null && party,
                orNone(skills));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(born)));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static boolean within(@Nullable String typed, int most) {
        var text = text(typed);
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
    }

    private static <T> Set<T> orNone(@Nullable Set<T> ticked) {
        return ticked == null ? Set.of() : ticked;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
