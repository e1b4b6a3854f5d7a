package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.WeekBits;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** {@code orders.csv.gz} and {@code volunteers.csv.gz} of a folder. */
record Instance(List<OpenOrder> orders, List<FreeVolunteer> volunteers) {

    static final String ORDERS = "orders.csv.gz";
    static final String VOLUNTEERS = "volunteers.csv.gz";
    static final String ORDER_COLUMNS =
            "id,x,y,skills,headcount,start,duration,urgency,gender,language,party,previous,named";
    static final String VOLUNTEER_COLUMNS =
            "id,x,y,radius,skills,available,recent,weekly_limit,rating,response,gender,language,party,blocked";
    private static final double FARTHEST = 1_000_000;
    private static final int WEEK = WeekBits.HOURS * 60;
    private static final long MOST_IDS = 999_999_999_999L;
    private static final Pattern BITS = Pattern.compile("[0-9a-fA-F]{42}");

    static Instance read(Path folder) {
        var orders = Table.read(folder.resolve(ORDERS), ORDER_COLUMNS, Instance::order);
        var volunteers = Table.read(folder.resolve(VOLUNTEERS), VOLUNTEER_COLUMNS, Instance::volunteer);
        once(folder.resolve(ORDERS), orders, OpenOrder::id);
        once(folder.resolve(VOLUNTEERS), volunteers, FreeVolunteer::id);
        return new Instance(orders, volunteers);
    }

    private static <T> void once(Path file, List<T> rows, ToLongFunction<T> id) {
        var seen = new HashSet<Long>();
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(id.applyAsLong(rows.get(i)))) {
                throw new WrongUse(
                        "%s, line %d: id %d stands twice".formatted(file, i + 2, id.applyAsLong(rows.get(i))));
            }
        }
    }

    private static OpenOrder order(Row row) {
        return new OpenOrder(
                row.number(0, MOST_IDS),
                row.metres(-FARTHEST, FARTHEST),
                row.metres(-FARTHEST, FARTHEST),
                row.skills(),
                row.integer(1, 100),
                row.integer(0, WEEK - 1),
                row.integer(1, WEEK),
                row.integer(0, 3),
                row.integer(0, 9),
                row.integer(0, 999),
                row.integer(0, 1) == 1,
                row.numberOr(OpenOrder.NOBODY, MOST_IDS),
                row.numberOr(OpenOrder.NOBODY, MOST_IDS));
    }

    private static FreeVolunteer volunteer(Row row) {
        return new FreeVolunteer(
                row.number(0, MOST_IDS),
                row.metres(-FARTHEST, FARTHEST),
                row.metres(-FARTHEST, FARTHEST),
                row.metres(0, FARTHEST),
                row.skills(),
                bits(row),
                row.integer(0, 600_000),
                row.integer(0, WEEK),
                row.integer(0, 500),
                row.integer(0, 1000),
                row.integer(0, 9),
                row.integer(0, 999),
                row.integer(0, 1) == 1,
                row.integer(0, 1) == 1,
                List.of());
    }

    /** 10, 16 and 16 hexadecimal digits, the most significant word first. */
    private static WeekBits bits(Row row) {
        var hex = row.text();
        if (!BITS.matcher(hex).matches()) {
            throw row.wrong("42 hexadecimal digits");
        }
        return new WeekBits(
                Long.parseUnsignedLong(hex, 26, 42, 16),
                Long.parseUnsignedLong(hex, 10, 26, 16),
                Long.parseUnsignedLong(hex, 0, 10, 16));
    }
}
