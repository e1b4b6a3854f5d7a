package feiyan.dispatch.measures;

import java.util.Arrays;
import java.util.Optional;

/** How far back a unit looks. */
public enum MeasuredDays {
    MONTH(30),
    QUARTER(90);

    private final int days;

    MeasuredDays(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    public static Optional<MeasuredDays> of(int days) {
        return Arrays.stream(values()).filter(one -> one.days == days).findFirst();
    }
}
