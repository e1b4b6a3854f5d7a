package feiyan.accounts;

import java.util.Arrays;
import java.util.Optional;

/**
 * For what somebody can be asked to agree; the list is closed. Each sensitive kind of data is agreed to for itself. The
 * words stand in the message bundles ({@code consent.location.v1}): whoever changes them so that they say something
 * else gives them the next version, and what was agreed to in the older words is told as such.
 */
public enum Purpose {
    /** Where somebody lives or goes from, to about 200 m. */
    LOCATION("location", 1),
    /** What somebody lets the station note about their health. */
    HEALTH("health", 1),
    /** That somebody belongs to a group that is looked after: lives alone, is in hardship. */
    SPECIAL_GROUP("special_group", 1),
    /** Anything about somebody under fourteen: a guardian's word. */
    CHILD("child", 1),
    /** That somebody under eighteen serves as a volunteer: a guardian's word. */
    GUARDIAN("volunteer.guardian", 1);

    private final String code;
    private final int textVersion;

    Purpose(String code, int textVersion) {
        this.code = code;
        this.textVersion = textVersion;
    }

    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public int textVersion() {
        return textVersion;
    }

    /** Not the person's own to give. */
    public boolean isGuardians() {
        return this == CHILD || this == GUARDIAN;
    }
}
