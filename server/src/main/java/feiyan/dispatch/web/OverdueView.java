package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.OverdueBoard;
import feiyan.dispatch.OverdueClock;
import feiyan.dispatch.OverdueRow;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The board as it stands on the page: how much by unit and clock, then each with who has it and what to do. */
@Component
class OverdueView {

    private final Units units;
    private final Persons persons;
    private final Menu menu;
    private final InstantSource time;

    OverdueView(Units units, Persons persons, Menu menu, InstantSource time) {
        this.units = units;
        this.persons = persons;
        this.menu = menu;
        this.time = time;
    }

    /** How much of one clock. */
    record Cell(OverdueClock clock, long late, long soon) {}

    /** One unit's share of the board, by clock. */
    record Share(UnitId unit, String name, List<Cell> cells) {}

    /**
     * One line of the list.
     *
     * @param project its name; null for a need in free words
     * @param who has it: the person, the team, or the unit itself
     * @param path where the one thing to do is done
     */
    record Line(OverdueRow row, @Nullable String project, String unit, String who, boolean late, String path) {}

    Map<String, Object> model(
            CountyId county, List<OverdueRow> rows, int hidden, @Nullable UnitId unit, @Nullable OverdueClock clock) {
        var now = time.instant();
        var names = units.names(county, rows.stream().map(OverdueRow::unit).collect(Collectors.toSet()));
        var shown = rows.stream()
                .filter(row -> (unit == null || row.unit().equals(unit)) && (clock == null || row.clock() == clock))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("clocks", OverdueClock.values());
        model.put("shares", shares(rows, names, now));
        model.put("lines", lines(county, shown, names, now));
        model.put("late", rows.stream().filter(row -> row.isLate(now)).count());
        model.put("soon", rows.stream().filter(row -> !row.isLate(now)).count());
        model.put("hidden", hidden);
        model.put("most", rows.size() == OverdueBoard.MOST);
        model.put("unit", unit);
        model.put("clock", clock);
        model.put("now", now);
        return model;
    }

    private static List<Share> shares(List<OverdueRow> rows, Map<UnitId, String> names, Instant now) {
        var shares = new ArrayList<Share>();
        rows.stream().collect(Collectors.groupingBy(OverdueRow::unit)).forEach((unit, own) -> {
            var cells = new ArrayList<Cell>();
            for (var clock : OverdueClock.values()) {
                var these = own.stream().filter(row -> row.clock() == clock).toList();
                var late = these.stream().filter(row -> row.isLate(now)).count();
                cells.add(new Cell(clock, late, these.size() - late));
            }
            shares.add(new Share(unit, names.getOrDefault(unit, ""), cells));
        });
        shares.sort(Comparator.comparing(Share::name));
        return shares;
    }

    private List<Line> lines(CountyId county, List<OverdueRow> rows, Map<UnitId, String> names, Instant now) {
        var people = persons.names(
                county,
                rows.stream().map(OverdueRow::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        var projects = projects(county, rows);
        return rows.stream()
                .map(row -> new Line(
                        row,
                        row.project() == null ? null : projects.get(row.project()),
                        names.getOrDefault(row.unit(), ""),
                        who(row, people, names.getOrDefault(row.unit(), "")),
                        row.isLate(now),
                        path(row)))
                .toList();
    }

    private Map<ProjectId, String> projects(CountyId county, List<OverdueRow> rows) {
        var wanted =
                rows.stream().map(OverdueRow::project).filter(Objects::nonNull).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : menu.names(county, wanted);
    }

    private static String who(OverdueRow row, Map<PersonId, String> people, String unit) {
        if (row.team() != null) {
            return row.team();
        }
        return row.person() == null ? unit : people.getOrDefault(row.person(), unit);
    }

    private static String path(OverdueRow row) {
        var order = "/orders/" + row.order().value();
        return switch (row.clock()) {
            case REVIEW, ANSWER -> order;
            case DISPATCH -> order + "/offers/new";
            case OFFER, START, CHECK_OUT -> order + "/roll";
        };
    }
}
