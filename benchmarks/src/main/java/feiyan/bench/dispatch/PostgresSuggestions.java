package feiyan.bench.dispatch;

import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The same question to PostgreSQL: points in a GiST index, always with a radius. */
final class PostgresSuggestions {

    private static final int BATCH = 20_000;

    private static final String FEASIBLE = """
            from person
            where home <@ circle(point(?, ?), 15000)
              and (skills_low & ?) = ? and (skills_high & ?) = ?
              and (free_low & ?) = ? and (free_mid & ?) = ? and (free_high & ?) = ?
              and (? = 0 or gender = ?) and not blocked and weekly_limit >= ?
              and (home <-> point(?, ?)) <= radius
            """;
    /**
     * The nearest who can: the index gives them in that order, so it may stop early; what else they cost is not asked.
     */
    private static final String NEAREST = "select id " + FEASIBLE + "order by home <-> point(?, ?) limit 20";
    /** The cheapest who can, which is what a dispatcher wants: all within the radius are weighed. */
    private static final String CHEAPEST = "select id " + FEASIBLE
            + "order by trunc(1.3 * (home <-> point(?, ?))) + standing + case when ? in (0, language) then 0 else 2000 end"
            + " + case when ? and not party then 1500 else 0 end limit 20";

    private final Connection connection;

    PostgresSuggestions(Connection connection) {
        this.connection = connection;
    }

    void load(List<FreeVolunteer> people) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists person");
            statement.execute("""
                    create table person (id bigint, home point, radius float8, skills_low bigint, skills_high bigint,
                      free_low bigint, free_mid bigint, free_high bigint, standing int, weekly_limit int, gender int,
                      language int, party boolean, blocked boolean)
                    """);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int from = 0; from < people.size(); from += BATCH) {
                var rows = people.subList(from, Math.min(people.size(), from + BATCH)).stream()
                        .map(PostgresSuggestions::row)
                        .collect(Collectors.joining());
                copy.copyIn("copy person from stdin", new StringReader(rows));
            }
            statement.execute("create index person_home on person using gist (home)");
            statement.execute("vacuum analyze person");
        }
    }

    private static String row(FreeVolunteer some) {
        int standing = some.recent() * 5 / 6 + (500 - some.rating()) * 4 + (1000 - some.response()) * 3 / 2;
        return String.format(
                Locale.ROOT,
                "%d\t(%s,%s)\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%b\t%b\n",
                some.id(),
                some.x(),
                some.y(),
                some.radius(),
                some.skills().low(),
                some.skills().high(),
                some.free().low(),
                some.free().mid(),
                some.free().high(),
                standing,
                some.weeklyLimit(),
                some.gender(),
                some.language(),
                some.party(),
                some.blocked());
    }

    Micros nearest(List<OpenOrder> orders) throws SQLException {
        return measure(NEAREST, orders, false);
    }

    Micros cheapest(List<OpenOrder> orders) throws SQLException {
        return measure(CHEAPEST, orders, true);
    }

    private Micros measure(String sql, List<OpenOrder> orders, boolean byCost) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            var nanos = new long[orders.size()];
            Arrays.fill(nanos, Long.MAX_VALUE);
            for (int question = 0; question < SuggestBench.COUNTED * nanos.length; question++) {
                int i = question % nanos.length;
                bind(statement, orders.get(i), byCost);
                long began = System.nanoTime();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                    }
                }
                nanos[i] = Math.min(nanos[i], System.nanoTime() - began);
            }
            return Micros.of(nanos);
        }
    }

    private static void bind(PreparedStatement statement, OpenOrder order, boolean byCost) throws SQLException {
        int at = place(statement, 1, order);
        for (long bits : new long[] {
            order.skills().low(), order.skills().high(), touched(order, 0), touched(order, 1), touched(order, 2)
        }) {
            statement.setLong(at++, bits);
            statement.setLong(at++, bits);
        }
        statement.setInt(at++, order.gender());
        statement.setInt(at++, order.gender());
        statement.setInt(at++, order.duration());
        at = place(statement, at, order);
        at = place(statement, at, order);
        if (byCost) {
            statement.setInt(at++, order.language());
            statement.setBoolean(at, order.partyPreferred());
        }
    }

    private static int place(PreparedStatement statement, int at, OpenOrder order) throws SQLException {
        statement.setDouble(at, order.x());
        statement.setDouble(at + 1, order.y());
        return at + 2;
    }

    /** The hours of a word that the order touches. */
    private static long touched(OpenOrder order, int word) {
        long bits = 0;
        for (int hour = order.start() / 60; hour * 60 < order.start() + order.duration(); hour++) {
            if (hour >> 6 == word) {
                bits |= 1L << (hour & 63);
            }
        }
        return bits;
    }
}
