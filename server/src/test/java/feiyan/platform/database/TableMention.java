package feiyan.platform.database;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One mention of a table in a statement: by which name it goes there, and the query it stands in. */
record TableMention(boolean inserted, String table, String alias, String query, String rest) {

    private static final String NAME = "(?:only\\s+)?[a-z_][a-z_0-9]*(?:\\s+(?:as\\s+)?[a-z_][a-z_0-9]*)?";
    private static final Pattern MENTIONS = Pattern.compile(
            "\\b(from|join|update|into|using)\\s+(%s(?:\\s*,\\s*%s(?!\\s*\\())*)".formatted(NAME, NAME));

    /** Words that may follow a table's name without being its alias. */
    private static final Set<String> KEYWORDS = Set.of(
            ("where on using join left right inner cross full set order group limit for values select returning union"
                            + " having natural default fetch window overriding offset except intersect")
                    .split(" ", -1));

    static Stream<TableMention> in(String sql) {
        return MENTIONS.matcher(sql)
                .results()
                .flatMap(match -> Arrays.stream(match.group(2).split(",", -1)).map(one -> of(sql, match, one.strip())));
    }

    private static TableMention of(String sql, MatchResult match, String mention) {
        var words = mention.replaceFirst("^only\\s+", "")
                .replaceFirst("\\s+as\\s+", " ")
                .split("\\s+", -1);
        var alias = words.length > 1 && !KEYWORDS.contains(words[1]) ? words[1] : words[0];
        var query = sql.substring(opening(sql, match.start()), closing(sql, match.end()));
        var rest = sql.substring(match.start(2) + words[0].length());
        return new TableMention(match.group(1).equals("into"), words[0], alias, query, rest);
    }

    /** An insert names the county among its columns; anything else compares it, or joins by it. */
    boolean isBound(String sql) {
        if (inserted) {
            return Pattern.compile("^[\\sa-z_]*\\([^)]*\\bcounty_id\\b")
                    .matcher(rest)
                    .find();
        }
        return finds("\\b%1$s\\.county_id\\s*=|=\\s*%1$s\\.county_id\\b".formatted(alias), sql)
                || finds("\\([^()]*\\b%s\\.county_id\\b[^()]*\\)\\s*(=|in\\b)".formatted(alias), sql)
                || finds("\\busing\\s*\\([^()]*\\bcounty_id\\b", query)
                || finds("(?<![.\\w])county_id\\s*=", ownWords())
                || finds("(?<!using )\\(county_id\\b[^()]*\\)\\s*(=|in\\b)", query);
    }

    /** The query without its subqueries, which speak for their own tables. */
    private String ownWords() {
        var flat = query;
        for (var before = ""; !flat.equals(before); ) {
            before = flat;
            flat = flat.replaceAll("\\([^()]*\\)", " ");
        }
        return flat;
    }

    private static boolean finds(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private static int opening(String sql, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            depth += sql.charAt(i) == ')' ? 1 : sql.charAt(i) == '(' ? -1 : 0;
            if (depth < 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int closing(String sql, int at) {
        int depth = 0;
        for (int i = at; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return sql.length();
    }
}
