package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.menu.Project;
import java.util.List;
import java.util.stream.Stream;

/** Two of one village's team who can do the same at any hour, alone or together. */
record Pair(BigCounty county, Helper one, Helper other) {

    static Pair in(BigCounty county) {
        return county.crews().stream()
                .flatMap(crew -> pairs(county, crew))
                .filter(Pair::isAtHand)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Pair> pairs(BigCounty county, Crew crew) {
        return crew.members().stream()
                .flatMap(one -> crew.members().stream().map(other -> new Pair(county, one, other)));
    }

    private boolean isAtHand() {
        return !one.equals(other)
                && one.station().equals(other.station())
                && one.isAlwaysFree()
                && other.isAlwaysFree()
                && projects(1).findAny().isPresent()
                && projects(2).findAny().isPresent();
    }

    private Stream<Project> projects(int seats) {
        return county.projects().stream()
                .filter(each -> each.headcount() == seats)
                .filter(each ->
                        one.skills().contains(each.skill()) && other.skills().contains(each.skill()));
    }

    Project project(int seats) {
        return projects(seats).findFirst().orElseThrow();
    }

    List<Helper> first(int many) {
        return List.of(one, other).subList(0, many);
    }

    Crew crew() {
        return county.crews().stream()
                .filter(each -> each.members().containsAll(first(2)))
                .findFirst()
                .orElseThrow();
    }

    boolean isLed() {
        return first(2).contains(crew().leader());
    }
}
