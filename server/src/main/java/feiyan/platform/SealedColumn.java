package feiyan.platform;

import org.jspecify.annotations.Nullable;

/**
 * A column whose values are sealed by {@link FieldCipher}, for whoever has to go through all of them: a new key seals
 * every one anew.
 *
 * @param place what it was sealed as: {@code person.phone}
 * @param row the column that holds the id it was sealed for
 * @param second the number that, with the row's id, makes the primary key; null where the id does
 * @param ofCounty false where the table belongs to no county
 */
public record SealedColumn(
        String table,
        String column,
        String place,
        String row,
        @Nullable String second,
        boolean ofCounty) {

    /** The usual case: sealed as table and column, for the row's own id. */
    public static SealedColumn of(String table, String column) {
        return new SealedColumn(table, column, table + "." + column, "id", null, true);
    }

    public SealedColumn as(String other) {
        return new SealedColumn(table, column, other, row, second, ofCounty);
    }

    public SealedColumn by(String id) {
        return new SealedColumn(table, column, place, id, second, ofCounty);
    }

    public SealedColumn by(String id, String number) {
        return new SealedColumn(table, column, place, id, number, ofCounty);
    }

    public SealedColumn ofNoCounty() {
        return new SealedColumn(table, column, place, row, second, false);
    }

    /** As the catalog of the database says it. */
    public String name() {
        return table + "." + column;
    }
}
