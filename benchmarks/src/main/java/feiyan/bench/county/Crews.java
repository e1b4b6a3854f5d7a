package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Station;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The 1+17+N model: the general team and the professional ones at the center, the others at the stations. */
final class Crews {

    private static final int PROFESSIONAL = 17;
    private static final int MEMBERS = 40;

    private final House house;
    private final Actor administrator;

    Crews(House house, Actor administrator) {
        this.house = house;
        this.administrator = administrator;
    }

    private record Draft(TeamFounding founding, List<Helper> members) {}

    List<Crew> found(int many, UnitId center, List<Station> stations, List<Helper> helpers) {
        var drafts = new ArrayList<Draft>();
        for (int at = 0; at < many; at++) {
            int professional = at - 1;
            drafts.add(
                    at == 0
                            ? draft(center, "志愿服务总队", TeamKind.GENERAL, some(helpers, at, many))
                            : professional < PROFESSIONAL
                                    ? draft(center, "专业队" + at, TeamKind.PROFESSIONAL, some(helpers, at, many))
                                    : standing(stations.get(at % stations.size()), at, helpers));
        }
        var ids = house.the(Teams.class)
                .foundAll(administrator, drafts.stream().map(Draft::founding).toList())
                .orThrow();
        var crews = new ArrayList<Crew>();
        for (int at = 0; at < ids.size(); at++) {
            var members = drafts.get(at).members();
            crews.add(new Crew(ids.get(at), drafts.get(at).founding().unit(), members.getFirst(), members));
        }
        return List.copyOf(crews);
    }

    private static List<Helper> some(List<Helper> helpers, int first, int step) {
        var members = new ArrayList<Helper>();
        for (int at = first; at < helpers.size() && members.size() < MEMBERS; at += step) {
            members.add(helpers.get(at));
        }
        return members;
    }

    private static Draft standing(Station station, int number, List<Helper> helpers) {
        var own = helpers.stream()
                .filter(each -> each.station().equals(station))
                .limit(MEMBERS)
                .toList();
        return draft(station.desk().unit(), station.name() + "志愿队" + number, TeamKind.MASS, own);
    }

    private static Draft draft(UnitId unit, String name, TeamKind kind, List<Helper> members) {
        var people = members.stream().map(Helper::person).collect(Collectors.toSet());
        var field = kind == TeamKind.PROFESSIONAL
                ? members.getFirst().skills().iterator().next()
                : null;
        return new Draft(
                new TeamFounding(unit, name, kind, field, members.getFirst().person(), null, people), members);
    }
}
