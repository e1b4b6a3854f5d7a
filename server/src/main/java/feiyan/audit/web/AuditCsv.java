package feiyan.audit.web;

import feiyan.audit.AuditLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the audit as a table program opens them; no cell of it is ever taken for a formula. */
final class AuditCsv {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    /** Without it the usual table program takes the Chinese for another encoding. */
    private static final String MARK = "\uFEFF";

    private AuditCsv() {}

    static String of(List<AuditLine> lines, AuditWords words) {
        var head = Stream.of("seq", "at", "who", "kind", "subject", "what", "whose", "fields", "reason", "unit")
                .map(column -> words.word("audit.csv." + column, column));
        return MARK
                + row(head)
                + lines.stream().map(line -> row(cells(line, words))).collect(Collectors.joining());
    }

    private static Stream<@Nullable String> cells(AuditLine line, AuditWords words) {
        return Stream.of(
                Long.toString(line.seq()),
                TIME.format(line.at()),
                line.who(),
                words.kind(line.kind()),
                line.subject() == null ? null : words.subject(line.subject()),
                line.what(),
                line.whose(),
                words.fields(line.fields()),
                line.reason(),
                line.unit());
    }

    static String row(Stream<@Nullable String> cells) {
        return cells.map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** OWASP, CSV injection: what begins like a formula begins with a quote sign instead. */
    private static String cell(@Nullable String text) {
        var value = text == null ? "" : text;
        var safe = !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
