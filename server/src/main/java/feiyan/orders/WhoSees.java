package feiyan.orders;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Who sees what of an order: the one table that the queries, the pages and the tests read. Somebody who stands in
 * several columns sees the most that any of them grants.
 */
public final class WhoSees {

    // The columns in the order of Audience. "later" rows of a service's own rating count as SHOWN: the delay is the
    // query's business (see OrderRatings).
    private static final String TABLE = """
            field           PUBLIC   REQUESTER  OFFERED  SERVING  SERVED   PATH       OTHER_STAFF
            OUTLINE         NOTHING  SHOWN      SHOWN    SHOWN    SHOWN    SHOWN      NOTHING
            WORDS           NOTHING  SHOWN      SUMMARY  SHOWN    NOTHING  SHOWN      NOTHING
            RECIPIENT_NAME  NOTHING  SHOWN      NOTHING  SHOWN    NOTHING  SHOWN      NOTHING
            ADDRESS         NOTHING  SHOWN      NOTHING  AUDITED  NOTHING  ON_DEMAND  NOTHING
            SPECIAL_GROUP   NOTHING  SHOWN      NOTHING  SUMMARY  NOTHING  AUDITED    NOTHING
            RATING          AGGREGATE SHOWN     NOTHING  NOTHING  SHOWN    SHOWN      AGGREGATE
            """;

    private static final Map<Field, Map<Audience, Sight>> SIGHT = read();

    private WhoSees() {}

    public static Sight sees(Audience audience, Field field) {
        return SIGHT.get(field).get(audience);
    }

    public static Sight sees(Set<Audience> audiences, Field field) {
        return audiences.stream()
                .map(audience -> sees(audience, field))
                .max(Sight::compareTo)
                .orElse(Sight.NOTHING);
    }

    private static Map<Field, Map<Audience, Sight>> read() {
        var table = new EnumMap<Field, Map<Audience, Sight>>(Field.class);
        TABLE.lines().skip(1).forEach(line -> {
            var cells = line.split(" +");
            var row = new EnumMap<Audience, Sight>(Audience.class);
            for (var audience : Audience.values()) {
                row.put(audience, Sight.valueOf(cells[1 + audience.ordinal()]));
            }
            table.put(Field.valueOf(cells[0]), row);
        });
        return table;
    }
}
