package feiyan.units;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where people meet volunteers: an inn for outdoor workers, a kiosk, a square.
 *
 * @param facilities in the county's own words: a fridge, umbrellas, a first-aid box
 */
public record Venue(
        VenueId id,
        UnitId unit,
        Kind kind,
        String name,
        List<String> facilities,
        @Nullable String openingHours) {

    public record VenueId(UUID value) {}

    public enum Kind {
        /** The unit's own rooms. */
        HALL,
        /** For couriers, cleaners and drivers: warm up, cool down, charge a phone. */
        INN,
        /** A volunteers' stand by the street. */
        KIOSK,
        SQUARE
    }

    public Venue {
        facilities = List.copyOf(facilities);
    }
}
