package feiyan.dispatch.web;

import feiyan.dispatch.plan.Board;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.Plans;
import feiyan.dispatch.pool.Pools;
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
import java.util.Optional;
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
    private final Pools pools;

    PlanView(Plans plans, Boards boards, PlanUnits units, BoardRows rows, GapGroups gaps, PlanMap map, Pools pools) {
        this.plans = plans;
        this.boards = boards;
        this.units = units;
        this.rows = rows;
        this.gaps = gaps;
        this.map = map;
        this.pools = pools;
    }

    /** For whoever dispatches nowhere the page says so, since a clerk's desk leads here. */
    Map<String, Object> model(Actor actor, PlanQuery query) {
        var model = new HashMap<String, Object>();
        model.put("units", units.of(actor));
        units.chosen(actor, query.unit()).ifPresent(unit -> board(model, actor, unit, query.of(unit.id())));
        return model;
    }

    /** The part that moves while a plan is made; empty for whoever does not dispatch there. */
    Optional<Map<String, Object>> progress(Actor actor, PlanQuery query) {
        return units.chosen(actor, query.unit()).map(unit -> {
            var model = new HashMap<String, Object>();
            model.put("query", query.of(unit.id()));
            model.put("unready", plans.unready(actor, unit.id()).orElse(null));
            return model;
        });
    }

    private void board(Map<String, Object> model, Actor actor, Unit unit, PlanQuery query) {
        pools.prepare(actor.county());
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
        var all = rows.of(board, names);
        model.put("board", board);
        model.put("plan", board.plan());
        model.put("tickable", count(all, row -> row.canBeSent() && row.line().volunteer() != null));
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

    /** Names are read of the lines that are drawn, reasons written of those alone. */
    private void drawing(
            Map<String, Object> model, CountyId county, List<PlanRow> all, List<GapGroup> missing, PlanQuery query) {
        boolean dayByDay = query.drawn() != PlanQuery.Drawing.LIST || all.size() > AT_ONCE;
        var day = dayByDay ? day(all, query) : query.day();
        var drawn = rows.named(
                county,
                dayByDay ? all.stream().filter(row -> row.day().equals(day)).toList() : all);
        model.put("dayByDay", dayByDay);
        model.put("gridDay", day);
        switch (query.drawn()) {
            case LIST -> model.put("byDay", byDay(drawn, query.on(day)));
            case PEOPLE -> model.put("grid", grid(drawn, query.on(day), PlanRow::volunteer));
            case ORDERS ->
                model.put("grid", grid(drawn, query.on(day), row -> row.order().number()));
            case MAP -> model.put("map", day == null ? null : map.of(county, drawn, missing, day));
        }
    }

    private static Map<LocalDate, List<PlanRow>> byDay(List<PlanRow> drawn, PlanQuery query) {
        return drawn.stream()
                .filter(row -> row.matches(query))
                .collect(Collectors.groupingBy(PlanRow::day, TreeMap::new, Collectors.toList()));
    }

    /** The one asked for; the first of the plan, where none is. */
    private static @Nullable LocalDate day(List<PlanRow> all, PlanQuery query) {
        var days = all.stream().map(PlanRow::day).distinct().sorted().toList();
        var asked = query.day();
        return asked != null && days.contains(asked)
                ? asked
                : days.stream().findFirst().orElse(null);
    }

    private static @Nullable TimeGrid grid(
            List<PlanRow> drawn, PlanQuery query, Function<PlanRow, @Nullable String> labels) {
        var day = query.day();
        return day == null
                ? null
                : TimeGrid.of(drawn.stream().filter(row -> row.matches(query)).toList(), day, labels);
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
