package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Who serves in a county: volunteers of each station, always free, and a team at each. */
final class Serving {

    private final ApplicationContext house;
    private final List<Actor> desks;
    private final List<UnitId> stations;

    Serving(ApplicationContext house, List<Actor> desks, List<UnitId> stations) {
        this.house = house;
        this.desks = desks;
        this.stations = stations;
    }

    /** The first is a minor, every third is insured; the station of each. */
    Map<PersonId, UnitId> enrol(List<Actor> helpers) {
        var registered = new HashMap<PersonId, UnitId>();
        for (int i = 0; i < helpers.size(); i++) {
            var station = stations.get(i % stations.size());
            registered.put(helpers.get(i).person(), station);
            house.getBean(Volunteers.class)
                    .enrol(clerkOf(station), enrolment(helpers.get(i), station, i == 0, i % 3 == 0))
                    .orThrow();
        }
        return registered;
    }

    private Actor clerkOf(UnitId station) {
        return desks.stream()
                .filter(actor -> List.of(actor.unitsAs(Role.CLERK)).contains(station.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Enrolment enrolment(Actor helper, UnitId station, boolean minor, boolean insured) {
        return new Enrolment(
                helper.person(),
                station,
                Settling.SQUARE,
                20_000,
                1_500,
                new WeekHours("1".repeat(WeekHours.HOURS)),
                Gender.UNKNOWN,
                false,
                minor ? LocalDate.of(2010, 3, 1) : LocalDate.of(1980, 5, 1),
                minor,
                insured ? LocalDate.of(2040, 1, 1) : null,
                Set.of("理发"));
    }

    /** At each station one, of those who are registered anywhere; some are in two. */
    List<TeamId> teams(List<Actor> helpers) {
        var teams = new ArrayList<TeamId>();
        for (int i = 0; i < stations.size(); i++) {
            var members = helpers.subList(1 + 4 * i, 6 + 4 * i).stream()
                    .filter(member -> !member.isStaff())
                    .toList();
            teams.add(house.getBean(Teams.class)
                    .found(desks.getFirst(), founding(stations.get(i), members))
                    .orThrow());
        }
        return teams;
    }

    private static TeamFounding founding(UnitId station, List<Actor> members) {
        return new TeamFounding(
                station,
                "Swallows",
                TeamKind.MASS,
                null,
                members.getFirst().person(),
                null,
                members.stream().map(Actor::person).collect(Collectors.toSet()));
    }
}
