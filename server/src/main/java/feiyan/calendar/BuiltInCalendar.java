package feiyan.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** China's holidays and make-up workdays as they were announced; {@code calendar/china.csv} names its sources. */
final class BuiltInCalendar {

    private static final String FILE = "/calendar/china.csv";

    private BuiltInCalendar() {}

    static List<CalendarDay> days() {
        var file = Objects.requireNonNull(BuiltInCalendar.class.getResourceAsStream(FILE), FILE);
        try (var rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(file, UTF_8))) {
            return rows.stream()
                    .map(BuiltInCalendar::span)
                    .map(CalendarSpan::days)
                    .flatMap(List::stream)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CalendarSpan span(NamedCsvRecord row) {
        return new CalendarSpan(
                LocalDate.parse(row.getField("from")),
                LocalDate.parse(row.getField("to")),
                row.getField("kind").equals("work"),
                row.getField("name"));
    }
}
