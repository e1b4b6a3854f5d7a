package feiyan.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the statistical division tree, as this county imported it.
 *
 * @param code twelve digits; a natural village has its village's code and a number of two digits: {@code -01}
 * @param parent the code of the area it lies in; null at the top
 */
public record Area(
        String code, String name, Level level, @Nullable String parent) {

    /** The levels of the division tree, from the top down; the last one lies below the official codes. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE,
        NATURAL;

        /** As the file and the table write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Level> of(String word) {
            return Arrays.stream(values())
                    .filter(level -> level.word().equals(word))
                    .findFirst();
        }

        /** A county's file may begin at its own level: what lies above it is for orientation only. */
        boolean standsAlone() {
            return compareTo(COUNTY) <= 0;
        }

        boolean liesDirectlyIn(Level above) {
            return switch (this) {
                case PROVINCE -> false;
                case CITY -> above == PROVINCE;
                case COUNTY -> above == CITY;
                case TOWNSHIP -> above == COUNTY;
                case VILLAGE -> above == TOWNSHIP;
                case NATURAL -> above == VILLAGE;
            };
        }
    }

    static Area of(ResultSet row, int number) throws SQLException {
        return new Area(
                row.getString("code"),
                row.getString("name"),
                Level.of(row.getString("level")).orElseThrow(),
                row.getString("parent_code"));
    }
}
