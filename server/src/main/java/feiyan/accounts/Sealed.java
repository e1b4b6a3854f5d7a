package feiyan.accounts;

/**
 * A column of a query that is sealed.
 *
 * @param label how the query calls it, and the person's copy
 * @param column table and column, as the value is bound to it
 * @param row the label of the id to which it is bound
 * @param text whether it is words; else bytes: a photo, a voice
 */
public record Sealed(String label, String column, String row, boolean text) {

    public static Sealed words(String label, String column, String row) {
        return new Sealed(label, column, row, true);
    }

    public static Sealed media(String label, String column, String row) {
        return new Sealed(label, column, row, false);
    }
}
