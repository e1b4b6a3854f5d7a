package feiyan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a statement as Citus would have to: each table of a county that it names, in subqueries too, must be bound to
 * one county, and what it sets must not differ from shard to shard. A reader of words, not of grammar: it knows SQL as
 * this house writes it.
 */
record CountyRule(Set<String> tables) {

    private static final Pattern NOISE =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/|\\$\\$.*?\\$\\$", Pattern.DOTALL);

    /** A county that comes from outside the statement, and not from another row of it. */
    private static final Pattern GIVEN =
            Pattern.compile("\\bcounty_id\\s*(,[^()=<>]*\\))?\\s*(=|in\\b)\\s*\\(*\\s*(\\?|\\d|any\\b|unnest\\b)");

    private static final Pattern DRIFTING = Pattern.compile(
            "\\bset\\b.*?\\b(now|clock_timestamp|statement_timestamp|random|gen_random_uuid|current_timestamp)\\b",
            Pattern.DOTALL);

    static CountyRule ofMigratedDatabase() throws SQLException {
        try (var database = TestDatabase.migrated();
                var connection = database.asOwner().getConnection()) {
            return new CountyRule(tablesOfACounty(connection));
        }
    }

    Stream<String> breaches(String statement) {
        var sql = NOISE.matcher(statement).replaceAll("''").toLowerCase(Locale.ROOT);
        var named = TableMention.in(sql)
                .filter(mention -> tables.contains(mention.table()))
                .toList();
        var unbound = named.stream()
                .filter(mention -> !mention.isBound(sql))
                .map(mention -> mention.table() + " without county_id = in: " + statement.strip());
        var rootless = named.stream().anyMatch(mention -> !mention.inserted())
                        && !GIVEN.matcher(sql).find()
                ? Stream.of("no county given to: " + statement.strip())
                : Stream.<String>empty();
        var drifting = !named.isEmpty() && DRIFTING.matcher(sql).find()
                ? Stream.of("sets what differs from shard to shard: " + statement.strip())
                : Stream.<String>empty();
        return Stream.of(unbound, rootless, drifting).flatMap(found -> found);
    }

    private static Set<String> tablesOfACounty(Connection connection) throws SQLException {
        var sql = """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'county_id'
                """;
        var tables = new LinkedHashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeIf(ExemptTables::contains);
        return tables;
    }
}
