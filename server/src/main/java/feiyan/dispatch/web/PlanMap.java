package feiyan.dispatch.web;

import feiyan.dispatch.map.MapPlace;
import feiyan.dispatch.map.MapPlace.Kind;
import feiyan.dispatch.map.MapPlace.Line;
import feiyan.dispatch.map.MapTie;
import feiyan.dispatch.map.MapView;
import feiyan.dispatch.map.Maps;
import feiyan.dispatch.pool.Member;
import feiyan.dispatch.pool.Pools;
import feiyan.platform.CountyId;
import feiyan.units.CoarsePosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One day of a plan on the map: where people are needed, where those live who go there, and what lacks somebody. */
@Component
class PlanMap {

    /** So many short, in any language. */
    private static final String MINUS = "\u2212";

    private final Maps maps;
    private final Pools pools;

    PlanMap(Maps maps, Pools pools) {
        this.maps = maps;
        this.pools = pools;
    }

    MapView of(CountyId county, List<PlanRow> rows, List<GapGroup> gaps, LocalDate day) {
        var pool = pools.of(county);
        var places = new ArrayList<MapPlace>();
        var ties = new ArrayList<MapTie>();
        for (var row : rows) {
            var at = row.order().place();
            if (at != null && row.day().equals(day)) {
                places.add(needed(row, at));
                var volunteer = row.line().volunteer();
                Optional.ofNullable(volunteer)
                        .flatMap(pool::member)
                        .map(Member::home)
                        .ifPresent(home -> {
                            places.add(chosen(row, home));
                            ties.add(new MapTie(home, at));
                        });
            }
        }
        gaps.stream()
                .flatMap(group -> group.lines().stream())
                .forEach(line -> gap(line, day).ifPresent(places::add));
        return maps.of(county, places, ties);
    }

    private static MapPlace needed(PlanRow row, CoarsePosition at) {
        return new MapPlace(
                row.isOpen() ? Kind.GAP : Kind.ORDER,
                at,
                String.valueOf(row.line().number()),
                row.project(),
                List.of(Line.plain(row.village()), Line.plain(row.order().number())),
                "/orders/" + row.order().id().value());
    }

    private static MapPlace chosen(PlanRow row, CoarsePosition home) {
        return new MapPlace(
                Kind.CHOSEN,
                home,
                String.valueOf(row.line().number()),
                String.valueOf(row.volunteer()),
                row.reasons().stream()
                        .map(reason -> new Line(reason.code(), reason.args()))
                        .toList(),
                null);
    }

    private static Optional<MapPlace> gap(GapGroup.Line line, LocalDate day) {
        var at = line.order().place();
        var time = line.gap().time();
        boolean thatDay = time == null || day.equals(PlanRow.day(time));
        return at == null || !thatDay
                ? Optional.empty()
                : Optional.of(new MapPlace(
                        Kind.GAP,
                        at,
                        MINUS + line.gap().seats(),
                        line.project(),
                        List.of(
                                Line.plain(line.village()),
                                Line.plain(line.order().number())),
                        "/orders/" + line.order().id().value()));
    }
}
