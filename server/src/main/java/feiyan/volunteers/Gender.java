package feiyan.volunteers;

import java.util.Locale;

public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Gender of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
