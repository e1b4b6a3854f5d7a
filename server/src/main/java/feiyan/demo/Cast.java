package feiyan.demo;

import feiyan.accounts.Phone;
import java.util.Locale;

/**
 * The people of "Enter as…". They are found again by their telephone numbers, and placed so that one need can go from
 * the resident to her rating: same village, a team with the common skills, the institute above.
 */
public enum Cast {
    RESIDENT(1),
    CLERK(2),
    INSTITUTE_DISPATCHER(3),
    LEADER(4),
    VOLUNTEER(5),
    SWALLOW(6),
    CENTER_DISPATCHER(7),
    ADMINISTRATOR(8),
    AUDITOR(9),
    /** Lives far away and follows her mother's orders. */
    CHILD(10);

    /** Where the story plays: the village of Shili in the county town. */
    static final String VILLAGE = "371322001336";

    private final int number;

    Cast(int number) {
        this.number = number;
    }

    Phone phone() {
        return DemoPhones.cast(number);
    }

    /** As addresses and message keys write it: {@code center_dispatcher}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes the staff's sign-in to be this person. */
    public boolean isStaff() {
        return switch (this) {
            case CLERK, INSTITUTE_DISPATCHER, CENTER_DISPATCHER, ADMINISTRATOR, AUDITOR -> true;
            case RESIDENT, CHILD, LEADER, VOLUNTEER, SWALLOW -> false;
        };
    }
}
