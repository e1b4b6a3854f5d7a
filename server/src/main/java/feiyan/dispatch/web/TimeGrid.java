package feiyan.dispatch.web;

import feiyan.calendar.WorkingTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One day as a table: a row for each person or order, a column for each half hour. A cell spans what it takes, so that
 * a reader hears it as a table and a printer prints it.
 *
 * @param hours the full hours over the columns, two columns each
 */
record TimeGrid(List<LocalTime> hours, List<Band> bands) {

    private static final int MINUTES = 30;
    private static final int A_DAY = 48;

    // A day is drawn at least from morning to evening, so that two days can be compared.
    private static final int FROM = 16;
    private static final int TO = 36;

    /** One row of the table. */
    record Band(String label, List<Cell> cells) {}

    /** So many half hours: free, or what somebody does. */
    record Cell(int span, @Nullable PlanRow row) {}

    static TimeGrid of(List<PlanRow> rows, LocalDate day, Function<PlanRow, @Nullable String> labels) {
        var bands = new TreeMap<String, List<PlanRow>>();
        for (var row : rows) {
            var label = labels.apply(row);
            if (label != null && row.day().equals(day)) {
                bands.computeIfAbsent(label, none -> new ArrayList<>()).add(row);
            }
        }
        int from = edge(bands, row -> first(row), FROM, true);
        int to = edge(bands, row -> last(row, day), TO, false);
        return new TimeGrid(
                IntStream.range(from / 2, to / 2)
                        .mapToObj(hour -> LocalTime.of(hour, 0))
                        .toList(),
                bands.entrySet().stream()
                        .flatMap(band -> bands(band.getKey(), band.getValue(), day, from, to).stream())
                        .toList());
    }

    private static int edge(Map<String, List<PlanRow>> bands, Function<PlanRow, Integer> of, int usual, boolean least) {
        var all = bands.values().stream().flatMap(List::stream).map(of);
        int found = least
                ? all.min(Comparator.naturalOrder()).orElse(usual)
                : all.max(Comparator.naturalOrder()).orElse(usual);
        return least ? Math.min(usual, found) / 2 * 2 : (Math.max(usual, found) + 1) / 2 * 2;
    }

    /** Two at the same time stand in two rows: an order with two seats has two people. */
    private static List<Band> bands(String label, List<PlanRow> rows, LocalDate day, int from, int to) {
        var left = new ArrayList<>(rows);
        left.sort(Comparator.comparingInt(TimeGrid::first));
        var bands = new ArrayList<Band>();
        while (!left.isEmpty()) {
            bands.add(new Band(label, cells(left, day, from, to)));
        }
        return bands;
    }

    private static List<Cell> cells(List<PlanRow> left, LocalDate day, int from, int to) {
        var cells = new ArrayList<Cell>();
        int at = from;
        for (var row : List.copyOf(left)) {
            int first = first(row);
            if (first < at) {
                continue;
            }
            if (first > at) {
                cells.add(new Cell(first - at, null));
            }
            at = Math.max(first + 1, last(row, day));
            cells.add(new Cell(at - first, row));
            left.remove(row);
        }
        if (at < to) {
            cells.add(new Cell(to - at, null));
        }
        return cells;
    }

    private static int first(PlanRow row) {
        var from = row.line().time().from().atZone(WorkingTime.ZONE);
        return (from.getHour() * 60 + from.getMinute()) / MINUTES;
    }

    /** What goes on past midnight ends with the day here. */
    private static int last(PlanRow row, LocalDate day) {
        var to = row.line().time().to().atZone(WorkingTime.ZONE);
        int half = (to.getHour() * 60 + to.getMinute() + MINUTES - 1) / MINUTES;
        return to.toLocalDate().isAfter(day) ? A_DAY : half;
    }
}
