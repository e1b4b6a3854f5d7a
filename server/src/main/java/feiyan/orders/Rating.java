package feiyan.orders;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the requester says of a service.
 *
 * @param solved the only question that must be answered
 * @param timeliness 1 to 5, or null where not said; so attitude and quality
 */
public record Rating(
        boolean solved,
        @Nullable Integer timeliness,
        @Nullable Integer attitude,
        @Nullable Integer quality,
        @Nullable String words,
        How how) {

    /** What a unit writes down was said on the telephone, unless it says otherwise: nobody else has the page. */
    Rating writtenDownByUnit() {
        return how == How.PAGE ? new Rating(solved, timeliness, attitude, quality, words, How.CALL_BACK) : this;
    }

    Rating by(How way) {
        return new Rating(solved, timeliness, attitude, quality, words, way);
    }

    boolean isInRange() {
        return Stream.of(timeliness, attitude, quality)
                .filter(Objects::nonNull)
                .allMatch(score -> score >= 1 && score <= 5);
    }

    /** By which way it came. */
    public enum How {
        PAGE,
        LINK,
        CALL_BACK,
        PAPER
    }
}
