package feiyan.dispatch.web;

import feiyan.dispatch.plan.Board;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.Plans;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The board as it stands on the page: how far the plan is, its lines by day, and what is missing. */
@Component
class PlanView {

    /** A list of more lines is shown day by day: nobody reads two thousand, and each would wait for all. */
    private static final int AT_ONCE = 600;

    private final Plans plans;
    private final Boards boards;
    private final PlanUnits units;
    private final BoardRows rows;
    private final GapGroups gaps;
    private final PlanMap map;

    PlanView(Plans plans, Boards boards, PlanUnits units, BoardRows rows, GapGroups gaps, PlanMap map) {
        this.plans = plans;
        this.boards = boards;
        this.units = units;
        this.rows = rows;
        this.gaps = gaps;
        this.map = map;
    }

    /** For whoever dispatches nowhere the page says so, since a clerk's desk leads here. */
    Map<String, Object> model(Actor actor, PlanQuery query) {
        var model = new HashMap<String, Object>();
        model.put("units", units.of(actor));
        units.chosen(actor, query.unit()).ifPresent(unit -> board(model, actor, unit, query.of(unit.id())));
        return model;
    }

    private void board(Map<String, Object> model, Actor actor, Unit unit, PlanQuery query) {
        model.put("unit", unit);
        model.put("query", query);
        model.put("drawings", PlanQuery.Drawing.values());
        model.put("waiting", boards.waiting(actor, unit.id()));
        model.put("confidential", boards.confidential(actor, unit.id()));
        model.put("unready", plans.unready(actor, unit.id()).orElse(null));
        plans.ready(actor, unit.id())
                .map(Plan::id)
                .flatMap(id -> boards.of(actor, id))
                .ifPresent(board -> lines(model, actor, board, query));
    }

    private void lines(Map<String, Object> model, Actor actor, Board board, PlanQuery query) {
        var names = rows.names(actor.county(), board.orders().values());
        var all = rows.of(actor.county(), board, names);
        model.put("board", board);
        model.put("plan", board.plan());
        model.put("tickable", count(all, row -> row.canBeSent() && row.volunteer() != null));
        model.put("toSend", count(all, PlanRow::goesWithAll));
        model.put(
                "standing",
                all.stream().collect(Collectors.groupingBy(PlanRow::standing, TreeMap::new, Collectors.counting())));
        model.put("days", all.stream().map(PlanRow::day).distinct().sorted().toList());
        model.put("projects", projects(all));
        model.put("villages", villages(all));
        var missing = gaps.of(actor.county(), gapLines(board, names));
        model.put("gaps", missing);
        model.put("missing", missing.stream().mapToInt(GapGroup::seats).sum());
        drawing(model, actor.county(), all, missing, query);
    }

    private void drawing(
            Map<String, Object> model, CountyId county, List<PlanRow> all, List<GapGroup> missing, PlanQuery query) {
        switch (query.drawn()) {
            case LIST -> list(model, all, query);
            case PEOPLE -> grid(model, all, query, PlanRow::volunteer);
            case ORDERS -> grid(model, all, query, row -> row.order().number());
            case MAP -> {
                model.put("dayByDay", true);
                var day = day(all, query);
                model.put("gridDay", day);
                model.put("map", day == null ? null : map.of(county, all, missing, day));
            }
        }
    }

    private static void list(Map<String, Object> model, List<PlanRow> all, PlanQuery query) {
        boolean dayByDay = all.size() > AT_ONCE;
        var shown = dayByDay ? query.on(day(all, query)) : query;
        model.put("dayByDay", dayByDay);
        model.put("gridDay", shown.day());
        model.put(
                "byDay",
                all.stream()
                        .filter(row -> row.matches(shown))
                        .collect(Collectors.groupingBy(PlanRow::day, TreeMap::new, Collectors.toList())));
    }

    /** The one asked for; the first of the plan, where none is. */
    private static @Nullable LocalDate day(List<PlanRow> all, PlanQuery query) {
        var days = all.stream().map(PlanRow::day).distinct().sorted().toList();
        var asked = query.day();
        return asked != null && days.contains(asked)
                ? asked
                : days.stream().findFirst().orElse(null);
    }

    private static void grid(
            Map<String, Object> model, List<PlanRow> all, PlanQuery query, Function<PlanRow, @Nullable String> labels) {
        var day = day(all, query);
        var shown = all.stream().filter(row -> row.matches(query.on(day))).toList();
        model.put("gridDay", day);
        model.put("dayByDay", true);
        model.put("grid", day == null ? null : TimeGrid.of(shown, day, labels));
    }

    private static List<GapGroup.Line> gapLines(Board board, BoardRows.Names names) {
        return board.gaps().stream()
                .map(gap -> {
                    var order = Objects.requireNonNull(board.orders().get(gap.order()));
                    return new GapGroup.Line(gap, order, names.project(order), names.village(order));
                })
                .filter(line -> !PlanRow.isOver(line.order()))
                .toList();
    }

    private static Map<ProjectId, String> projects(List<PlanRow> all) {
        return byName(all, row -> Objects.requireNonNull(row.order().project()), PlanRow::project);
    }

    private static Map<UnitId, String> villages(List<PlanRow> all) {
        return byName(all, row -> row.order().station(), PlanRow::village);
    }

    private static <K> Map<K, String> byName(
            List<PlanRow> all, Function<PlanRow, K> key, Function<PlanRow, String> name) {
        var found = new LinkedHashMap<K, String>();
        all.stream()
                .sorted(Comparator.comparing(name))
                .forEach(row -> found.putIfAbsent(key.apply(row), name.apply(row)));
        return found;
    }

    private static long count(List<PlanRow> all, Predicate<PlanRow> which) {
        return all.stream().filter(which).count();
    }
}
