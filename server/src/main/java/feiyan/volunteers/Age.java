package feiyan.volunteers;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The ages that matter. Registration sees the day of birth and forgets it; later only the year is known, so a person
 * counts as a minor until the last day of the year in which eighteen is reached: on the safe side.
 */
public final class Age {

    /** From which one may register; below 18 with a guardian's consent (志愿服务条例, 2017, article 8). */
    static final int FIRST = 14;

    private static final int ADULT = 18;

    private Age() {}

    static boolean tooYoung(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears() < FIRST;
    }

    static boolean needsGuardian(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears() < ADULT;
    }

    /** Where the year is not known, nobody is proven to be grown up. */
    public static boolean maybeMinor(@Nullable Integer bornYear, LocalDate day) {
        return bornYear == null || day.getYear() - bornYear <= ADULT;
    }
}
