package feiyan.demo;

import feiyan.calendar.WorkingTime;
import feiyan.demo.DemoTeams.Squad;
import feiyan.menu.Project;
import feiyan.units.Actor;
import java.util.List;

/** Everything the demo's days need to know: who is where, what can be ordered, what comes next. */
record World(
        Land land,
        Offices offices,
        List<Household> homes,
        List<Hand> hands,
        List<Squad> squads,
        List<Project> menu,
        WorkingTime time,
        Days days,
        Roster roster,
        DemoWords words,
        Luck luck) {

    Project project(String code) {
        return menu.stream()
                .filter(project -> project.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Actor requester(Household home) {
        return Actor.withoutPosts(land.county(), home.person());
    }

    /** The third of a station's volunteers is its swallow: hears needs at the door and orders for others. */
    Actor swallow(Land.Station station) {
        var person = hands.stream()
                .filter(hand -> hand.station().id().equals(station.id()))
                .skip(2)
                .findFirst()
                .orElseThrow();
        return Actor.withoutPosts(land.county(), person.id());
    }
}
