package feiyan.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a statement's question marks stand for a county: those compared with {@code county_id}, and those inserted
 * as one. A reader of words, like {@link CountyRule}; counted from 1, as JDBC does.
 */
final class CountyParameters {

    private static final Pattern NOISE = Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern COMPARED = Pattern.compile(
            "\\bcounty_id\\s*(?:,[^()=<>]*\\))?\\s*(?:=|<>|>|<|in\\b)\\s*\\(*\\s*(?:any\\s*\\(\\s*)?(\\?)");
    private static final Pattern INSERTED = Pattern.compile(
            "\\binsert\\s+into\\s+\\w+(?:\\s+as\\s+\\w+)?\\s*\\(([^()]*)\\)\\s*(?:values\\s*\\(|select\\s+(?:distinct\\s+)?)");
    private static final Pattern NEXT_ROW = Pattern.compile("\\)\\s*,\\s*\\(");

    private static final Map<String, List<Integer>> KNOWN = new ConcurrentHashMap<>();

    private CountyParameters() {}

    static List<Integer> of(String statement) {
        return KNOWN.computeIfAbsent(statement, CountyParameters::read);
    }

    private static List<Integer> read(String statement) {
        var sql = NOISE.matcher(statement).replaceAll("''").toLowerCase(Locale.ROOT);
        var places = new ArrayList<Integer>();
        for (var found = COMPARED.matcher(sql); found.find(); ) {
            places.add(found.start(1));
        }
        for (var found = INSERTED.matcher(sql); found.find(); ) {
            inserted(sql, found, places);
        }
        return places.stream()
                .map(place -> number(sql, place))
                .distinct()
                .sorted()
                .toList();
    }

    /** The value that stands where the column stands, in each row that is inserted. */
    private static void inserted(String sql, Matcher found, List<Integer> places) {
        int column =
                List.of(found.group(1).replaceAll("\\s", "").split(",", -1)).indexOf("county_id");
        if (column < 0) {
            return;
        }
        int from = found.end();
        while (from > 0) {
            int value = value(sql, from, column);
            if (value < sql.length() && sql.charAt(value) == '?') {
                places.add(value);
            }
            from = nextRow(sql, value);
        }
    }

    private static int value(String sql, int from, int column) {
        int at = from;
        int depth = 0;
        for (int left = column; at < sql.length() && left > 0; at++) {
            char sign = sql.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            left -= sign == ',' && depth == 0 ? 1 : 0;
        }
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Of {@code values (…), (…)}: where the next row begins, or 0. */
    private static int nextRow(String sql, int within) {
        int depth = 0;
        for (int at = within; at < sql.length(); at++) {
            depth += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
            if (depth < 0) {
                var next = NEXT_ROW.matcher(sql).region(at, sql.length());
                return next.lookingAt() ? next.end() : 0;
            }
        }
        return 0;
    }

    private static int number(String sql, int place) {
        return (int)
                sql.substring(0, place + 1).chars().filter(sign -> sign == '?').count();
    }
}
