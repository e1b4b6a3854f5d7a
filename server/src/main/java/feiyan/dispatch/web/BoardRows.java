package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.plan.Board;
import feiyan.dispatch.plan.PlanLine;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan's lines with the names they go by, read for all of them at once. */
@Component
class BoardRows {

    private final Persons persons;
    private final Menu menu;
    private final Units units;

    BoardRows(Persons persons, Menu menu, Units units) {
        this.persons = persons;
        this.menu = menu;
        this.units = units;
    }

    /** Names of projects and stations. */
    record Names(Map<ProjectId, String> projects, Map<UnitId, String> villages) {

        String project(ServiceSheet order) {
            return projects.getOrDefault(Objects.requireNonNull(order.project()), "");
        }

        String village(ServiceSheet order) {
            return villages.getOrDefault(order.station(), "");
        }
    }

    Names names(CountyId county, Collection<ServiceSheet> orders) {
        var projects = orders.stream()
                .map(ServiceSheet::project)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var villages = orders.stream().map(ServiceSheet::station).collect(Collectors.toSet());
        return new Names(projects.isEmpty() ? Map.of() : menu.names(county, projects), units.names(county, villages));
    }

    /** All lines of a board, without the names of people. */
    List<PlanRow> of(Board board, Names names) {
        return board.lines().stream()
                .map(line -> bare(line, Objects.requireNonNull(board.orders().get(line.order())), names))
                .toList();
    }

    private static PlanRow bare(PlanLine line, ServiceSheet order, Names names) {
        return new PlanRow(line, order, names.project(order), names.village(order), null, List.of(), null, null);
    }

    PlanRow of(CountyId county, PlanLine line, ServiceSheet order) {
        return named(county, List.of(bare(line, order, names(county, List.of(order)))))
                .getFirst();
    }

    /** With the names of people, and why them: for the lines that are looked at. */
    List<PlanRow> named(CountyId county, List<PlanRow> rows) {
        var people = persons.names(
                county,
                rows.stream()
                        .map(PlanRow::line)
                        .flatMap(line -> Stream.of(line.volunteer(), line.nextBest(), line.insteadOfWhom()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return rows.stream().map(row -> named(row, people)).toList();
    }

    private static PlanRow named(PlanRow bare, Map<PersonId, String> people) {
        var line = bare.line();
        return new PlanRow(
                line,
                bare.order(),
                bare.project(),
                bare.village(),
                name(people, line.volunteer()),
                line.volunteer() == null ? List.of() : ReasonWords.of(line.facts()),
                name(people, line.nextBest()),
                name(people, line.insteadOfWhom()));
    }

    private static @Nullable String name(Map<PersonId, String> people, @Nullable PersonId person) {
        return person == null ? null : people.get(person);
    }
}
