package feiyan.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What stands where a value was expected. Whatever would be dangerous if taken literally carries {@link #MARK}, so that
 * it is recognised wherever it comes out again.
 */
final class Poison {

    /** Letters that stand nowhere else. */
    static final String MARK = "zq9k";

    /** As it would stand in a page whose author forgot to escape it. */
    static final List<String> LIVE = List.of(
            "<script>" + MARK,
            "<" + MARK,
            "onerror=\"" + MARK,
            // An expression that somebody evaluated: 7 × 7 between two marks.
            MARK + "49" + MARK);

    private static final String BIDI = "\u202e";
    private static final String RARE = new String(Character.toChars(0x20BB7));

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\u3000",
            "\t\r\n",
            "0",
            "-1",
            "1e999",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "0x1F",
            "true",
            "null",
            "undefined",
            "[]",
            "{}",
            "2026-02-30",
            "9999-12-31",
            "-999999999-01-01",
            "24:61",
            "2026-11-22T25:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "not-a-uuid",
            "' or '1'='1",
            "'; drop table person; --",
            "\\'; select pg_sleep(5); --",
            "%' escape '",
            "$$;commit;$$",
            "${" + MARK + "}",
            MARK + "${7*7}" + MARK,
            MARK + "#{7*7}" + MARK,
            MARK + "*{7*7}" + MARK,
            "__${T(Runtime)." + MARK + "}__::.x",
            "~{" + MARK + "}",
            "{{7*7}}" + MARK,
            "<script>" + MARK + "</script>",
            "\"><" + MARK + " onerror=\"" + MARK + "\">",
            "javascript:" + MARK,
            "=1+1+cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "+1-1",
            "x\r\nX-Zq9k: 1",
            "x%0d%0aX-Zq9k: 1",
            "//evil.example/" + MARK,
            "https://evil.example/" + MARK,
            "/\\evil.example",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "%00",
            "a\u0000b",
            "\u0001\u0002\u001f\u007f\u0085",
            "\u200b\u200d\u2060\ufeff",
            BIDI + "gnp.exe",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
            RARE + "田" + RARE,
            "\ufffe\uffff",
            "e" + "\u0301".repeat(200),
            "１３６５５５５１２３４",
            "١٢٣٤٥٦",
            "王".repeat(20),
            "王".repeat(700),
            "x".repeat(5_000),
            (MARK + " ").repeat(8_000));

    private Poison() {}

    static String any(RandomGenerator luck) {
        return VALUES.get(luck.nextInt(VALUES.size()));
    }

    static List<String> all() {
        return VALUES;
    }
}
