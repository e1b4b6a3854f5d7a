package feiyan.platform;

/**
 * The tenant. Opaque: never a division code, since codes change and a new district has none.
 *
 * @param value a positive number that fits a JavaScript integer
 */
public record CountyId(long value) {

    public CountyId {
        if (value <= 0 || value > 1L << 53) {
            throw new IllegalArgumentException("not a county id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
