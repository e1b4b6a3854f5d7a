package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.demo.DemoWords.Field;
import feiyan.demo.Land.Station;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The 1+17+N model: the general team, the professional teams by field, a standing team at each station. */
@Component
class DemoTeams {

    private static final int LARGEST = 40;

    private final Teams teams;

    DemoTeams(Teams teams) {
        this.teams = teams;
    }

    /** A team with its people as the demo remembers them. */
    record Squad(TeamId id, UnitId unit, Hand leader, List<Hand> members) {}

    private record Draft(
            UnitId unit,
            String name,
            TeamKind kind,
            @Nullable String field,
            List<Hand> members) {}

    List<Squad> found(Land land, List<Hand> hands, DemoWords words, Luck luck) {
        var drafts = new ArrayList<Draft>();
        drafts.add(general(land, hands, words));
        var led = new HashSet<PersonId>();
        for (var field : DemoWords.professionalTeams()) {
            drafts.add(professional(land, field, hands, led, luck));
        }
        land.stations().forEach(station -> drafts.add(standing(station, hands, words, luck)));
        var ids = teams.foundAll(
                        land.administrator(),
                        drafts.stream().map(DemoTeams::founding).toList())
                .orThrow();
        var squads = new ArrayList<Squad>();
        for (int i = 0; i < ids.size(); i++) {
            var draft = drafts.get(i);
            squads.add(new Squad(ids.get(i), draft.unit(), draft.members().getFirst(), draft.members()));
        }
        return squads;
    }

    private static Draft general(Land land, List<Hand> hands, DemoWords words) {
        var members = hands.stream()
                .filter(Hand::grownUp)
                .filter(hand -> hand.free().equals(VolunteerTraits.ALWAYS)
                        || hand.certificates().size() > 1)
                .limit(LARGEST)
                .toList();
        return new Draft(
                land.center(), words.say("team.general", words.say("county")), TeamKind.GENERAL, null, members);
    }

    /** Nobody leads two of them. */
    private static Draft professional(Land land, Field field, List<Hand> hands, Set<PersonId> led, Luck luck) {
        var able = new ArrayList<>(hands.stream()
                .filter(hand -> hand.grownUp() && hand.skills().stream().anyMatch(field.fields()::contains))
                .filter(hand -> !led.contains(hand.id()))
                .toList());
        luck.shuffle(able);
        var members = able.subList(0, Math.min(LARGEST, able.size()));
        led.add(members.getFirst().id());
        return new Draft(
                land.center(),
                field.team(),
                TeamKind.PROFESSIONAL,
                field.fields().getFirst(),
                members);
    }

    private static Draft standing(Station station, List<Hand> hands, DemoWords words, Luck luck) {
        boolean party = luck.percent(20);
        var name = words.say(party ? "team.station.party" : "team.station", station.village());
        var members =
                hands.stream().filter(hand -> hand.station().equals(station)).toList();
        return new Draft(station.id(), name, party ? TeamKind.PARTY : TeamKind.MASS, null, members);
    }

    private static TeamFounding founding(Draft draft) {
        return new TeamFounding(
                draft.unit(),
                draft.name(),
                draft.kind(),
                draft.field(),
                draft.members().getFirst().id(),
                null,
                draft.members().stream().map(Hand::id).collect(Collectors.toSet()));
    }
}
