package feiyan.audit;

import feiyan.platform.Policy;
import feiyan.platform.Setting;
import java.time.Duration;

/** The stretches of time in which views are counted. */
public enum BulkSpan {
    HOUR(Duration.ofHours(1), Duration.ofHours(1)),
    /** An hour outside the county's waking hours; one alarm a night. */
    NIGHT(Duration.ofHours(1), Duration.ofHours(12)),
    DAY(Duration.ofDays(1), Duration.ofDays(1));

    private final Duration counted;
    private final Duration quiet;

    BulkSpan(Duration counted, Duration quiet) {
        this.counted = counted;
        this.quiet = quiet;
    }

    Duration counted() {
        return counted;
    }

    /** For so long the same viewer raises no second one. */
    Duration quiet() {
        return quiet;
    }

    /** How many people's data somebody may see in it before auditors are told. */
    Setting<Integer> allowed(boolean staff) {
        return switch (this) {
            case HOUR -> staff ? Policy.BULK_HOUR_STAFF : Policy.BULK_HOUR_OTHERS;
            case NIGHT -> Policy.BULK_NIGHT;
            case DAY -> staff ? Policy.BULK_DAY_STAFF : Policy.BULK_DAY_OTHERS;
        };
    }
}
