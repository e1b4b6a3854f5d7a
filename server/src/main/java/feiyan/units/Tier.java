package feiyan.units;

import java.util.Optional;

/** The tiers of a county's tree, from the top down. */
public enum Tier {
    CENTER,
    INSTITUTE,
    STATION,
    /** A housing estate or grid, where a station has some. */
    POINT;

    /** The tier of the units that stand directly below one of this tier. */
    public Optional<Tier> below() {
        return switch (this) {
            case CENTER -> Optional.of(INSTITUTE);
            case INSTITUTE -> Optional.of(STATION);
            case STATION -> Optional.of(POINT);
            case POINT -> Optional.empty();
        };
    }
}
