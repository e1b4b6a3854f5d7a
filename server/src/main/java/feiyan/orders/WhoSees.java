package feiyan.orders;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who sees what of an order: the one table that the queries, the pages and the tests read. Somebody who stands in
 * several columns sees the most that any of them grants.
 */
public final class WhoSees {

    // Those who served, and proxies, see the rating only after a delay: that is the query's business (see OrderBook).
    private static final String TABLE = """
            field           PUBLIC   REQUESTER  PROXY    FOLLOWER  OFFERED  SERVING  SERVED   PATH       OTHER_STAFF
            OUTLINE         NOTHING  SHOWN      SHOWN    SHOWN     SHOWN    SHOWN    SHOWN    SHOWN      NOTHING
            WORDS           NOTHING  SHOWN      SHOWN    SHOWN     SUMMARY  SHOWN    NOTHING  SHOWN      NOTHING
            RECIPIENT_NAME  NOTHING  SHOWN      SHOWN    SHOWN     NOTHING  SHOWN    NOTHING  SHOWN      NOTHING
            ADDRESS         NOTHING  SHOWN      AUDITED  NOTHING   NOTHING  AUDITED  NOTHING  ON_DEMAND  NOTHING
            SPECIAL_GROUP   NOTHING  SHOWN      NOTHING  NOTHING   NOTHING  SUMMARY  NOTHING  AUDITED    NOTHING
            RATING          AGGREGATE  SHOWN    NOTHING  NOTHING   NOTHING  NOTHING  SHOWN    SHOWN      AGGREGATE
            """;

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Map<Field, Map<Audience, Sight>> SIGHT = read();

    private WhoSees() {}

    public static Sight sees(Audience audience, Field field) {
        return SIGHT.getOrDefault(field, Map.of()).getOrDefault(audience, Sight.NOTHING);
    }

    public static Sight sees(Set<Audience> audiences, Field field) {
        return audiences.stream()
                .map(audience -> sees(audience, field))
                .max(Sight::compareTo)
                .orElse(Sight.NOTHING);
    }

    private static Map<Field, Map<Audience, Sight>> read() {
        var lines = TABLE.lines().map(line -> List.of(BLANKS.split(line))).toList();
        var columns = lines.getFirst();
        var table = new EnumMap<Field, Map<Audience, Sight>>(Field.class);
        for (var cells : lines.subList(1, lines.size())) {
            var row = new EnumMap<Audience, Sight>(Audience.class);
            for (int column = 1; column < columns.size(); column++) {
                row.put(Audience.valueOf(columns.get(column)), Sight.valueOf(cells.get(column)));
            }
            table.put(Field.valueOf(cells.getFirst()), row);
        }
        return table;
    }
}
