package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Station;
import feiyan.bench.county.Turns.Turn;
import feiyan.menu.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who of a village serves on a day, and what: one alone or two or three together, by name or put on by its team. */
final class Shifts {

    /** As the demo's dispatchers do it. */
    private static final int BY_TEAM_PERCENT = 65;

    private final Map<Station, Turns> turns;
    private final Map<String, List<Project>> projects;
    private final SplittableRandom random;

    Shifts(BigCounty county, SplittableRandom random) {
        var crews =
                county.crews().stream().collect(Collectors.toMap(Crew::unit, Function.identity(), (one, same) -> one));
        var newcomer = county.newcomer();
        this.turns = county.helpers().stream()
                .collect(Collectors.groupingBy(
                        Helper::station,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                own -> new Turns(
                                        own,
                                        newcomer,
                                        crews.get(
                                                own.getFirst().station().desk().unit())))));
        this.projects = county.projects().stream().collect(Collectors.groupingBy(Project::skill));
        this.random = random;
    }

    /** @param crew which puts them on; null where each is asked */
    record Shift(
            Project project,
            int hour,
            List<Turn> turns,
            @Nullable Crew crew) {

        List<Helper> helpers() {
            return turns.stream().map(Turn::helper).toList();
        }
    }

    /** Null where the village has nobody that day, or too few for what they can do. */
    @Nullable
    Shift draw(Station station, LocalDate day) {
        var own = of(station);
        var crew = random.nextInt(100) < BY_TEAM_PERCENT ? own.crew() : null;
        var first = own.next(day, crew != null);
        if (first == null) {
            return null;
        }
        var skill = oneOf(first.helper().skills().stream().sorted().toList());
        int hour = oneOf(Turns.hours(first.helper(), day));
        var able = new ArrayList<>(List.of(first));
        able.addAll(own.others(first, skill, day, hour, crew != null, BigCounty.MOST_SEATS - 1));
        var possible = all(projects, skill).stream()
                .filter(each -> each.headcount() <= able.size())
                .toList();
        return possible.isEmpty() ? null : booked(own, day, oneOf(possible), hour, able, crew);
    }

    private static Shift booked(
            Turns own, LocalDate day, Project project, int hour, List<Turn> able, @Nullable Crew crew) {
        var coming = List.copyOf(able.subList(0, project.headcount()));
        coming.forEach(turn -> own.book(turn, day, project.minutes()));
        return new Shift(project, hour, coming, crew);
    }

    /** Somebody else of the village who could have done it; null where there is nobody. */
    @Nullable
    Helper other(Station station, Shift shift) {
        return of(station).other(shift.helpers(), shift.project().skill());
    }

    private Turns of(Station station) {
        return all(turns, station);
    }

    private static <K, V> V all(Map<K, V> by, K key) {
        return Objects.requireNonNull(by.get(key));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
