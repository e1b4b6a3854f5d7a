package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * A compressed table of comma-separated numbers, read strictly: the first thing that is wrong is said, with its line.
 */
final class Table {

    private static final int MOST_ROWS = 5_000_000;
    private static final int LONGEST_LINE = 2_000;

    private Table() {}

    static <T> List<T> read(Path file, String header, Function<Row, T> reader) {
        var name = file.getFileName().toString();
        int line = 1;
        try (var lines = open(file)) {
            if (!header.equals(lines.readLine())) {
                throw new Row.Malformed("the columns must be " + header);
            }
            var rows = new ArrayList<T>();
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                rows.add(row(text, header, rows.size(), reader));
            }
            return List.copyOf(rows);
        } catch (Row.Malformed malformed) {
            throw new WrongUse("%s, line %d: %s".formatted(file, line, malformed.getMessage()));
        } catch (IOException unreadable) {
            throw new WrongUse("%s, after line %d: %s cannot be read".formatted(file, line - 1, name));
        }
    }

    private static <T> T row(String text, String header, int rows, Function<Row, T> reader) {
        if (rows == MOST_ROWS) {
            throw new Row.Malformed("more than %d rows".formatted(MOST_ROWS));
        }
        if (text.length() > LONGEST_LINE) {
            throw new Row.Malformed("longer than %d characters".formatted(LONGEST_LINE));
        }
        return reader.apply(Row.of(text, header));
    }

    private static BufferedReader open(Path file) throws IOException {
        var ascii = StandardCharsets.US_ASCII
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), ascii));
    }
}
