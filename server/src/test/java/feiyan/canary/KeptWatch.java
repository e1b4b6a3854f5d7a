package feiyan.canary;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every table to its last row: what is sealed there cannot be found, so whatever is found lies open. Ids and
 * codes only in events, notices, outbox and sessions needs no list of columns that way.
 */
record KeptWatch(DataSource database) {

    /**
     * Bytes and ids are drawn or sealed: where their digits happen to be those of a number, nothing lies open. A number
     * kept as bytes is still found by the hex of its signs, twice as long.
     */
    private static final String DRAWN = "^\\\\x[0-9a-f]*$|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final int LONGER_THAN_CHANCE = 14;

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{IsAlphabetic}\\d]");

    void look() {
        var jdbc = JdbcClient.create(database);
        var forms = Marks.NOWHERE.stream()
                .flatMap(mark -> mark.forms().stream())
                .distinct()
                .toArray(String[]::new);
        var any = Stream.of(forms)
                .map(form -> NOT_A_LETTER.matcher(form).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|"));
        tables(jdbc)
                .forEach(table -> find(jdbc, table, any, forms)
                        .forEach(found -> Leaks.report(found, Marks.in(found, Marks.NOWHERE))));
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                select quote_ident(table_name) from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
                """).query((row, number) -> row.getString(1)).list();
    }

    /** First each row once, at a glance; only where there is something, which column it is. */
    private static Stream<String> find(JdbcClient jdbc, String table, String any, String[] forms) {
        var somewhere = jdbc.sql("select exists (select from " + table + " r where r::text ~ ?)")
                .param(any)
                .query(Boolean.class)
                .single();
        return somewhere
                ? jdbc
                        .sql("select distinct 'The column " + table + ".' || c.key || ' with ' || form from " + table
                                + " r, jsonb_each_text(to_jsonb(r)) c, unnest(?) form where r::text ~ ?"
                                + " and strpos(c.value, form) > 0 and (length(form) >= ?"
                                + " or strpos(regexp_replace(c.value, ?, '', 'g'), form) > 0)")
                        .params(forms, any, LONGER_THAN_CHANCE, DRAWN)
                        .query((row, number) -> row.getString(1))
                        .list()
                        .stream()
                : Stream.empty();
    }
}
