package feiyan.menu;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A project as an administrator writes it down. The page checks the fields first; here a wrong value is a bug. */
public record ProjectDraft(
        String code,
        String name,
        String skill,
        int minutes,
        int headcount,
        boolean remote,
        @Nullable String qualification,
        boolean hazardous,
        boolean confidential) {

    /** Two letters of the category, then a number: {@code LL01}. */
    public static final Pattern CODE = Pattern.compile("[A-Z]{2}[0-9]{2,4}");

    public static final int MIN_MINUTES = 5;
    public static final int MAX_MINUTES = 1440;
    public static final int MAX_HEADCOUNT = 12;

    public ProjectDraft {
        if (!CODE.matcher(code).matches() || name.isBlank() || skill.isBlank()) {
            throw new IllegalArgumentException("a project needs a code, a name and a skill");
        }
        if (minutes < MIN_MINUTES || minutes > MAX_MINUTES || headcount < 1 || headcount > MAX_HEADCOUNT) {
            throw new IllegalArgumentException("not a length or headcount of a service");
        }
        qualification = qualification == null || qualification.isBlank() ? null : qualification.strip();
    }

    String category() {
        return code.substring(0, 2);
    }
}
