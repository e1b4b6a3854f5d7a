package feiyan.units;

/** Where a unit's house stands (WGS-84). Public, hence exact; people's homes are never kept like this. */
public record Position(double latitude, double longitude) {

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a position: " + latitude + ", " + longitude);
        }
    }
}
