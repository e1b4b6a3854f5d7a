package feiyan.demo;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.calendar.WorkingCalendars;
import feiyan.calendar.WorkingTime;
import feiyan.menu.Menu;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fills the land with people: desks, homes, volunteers, teams. */
@Component
class DemoPeople {

    /** The days before its end in which nobody but the story disposes of its leader and volunteer. */
    private static final Duration STORY = Duration.ofDays(3);

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final DemoVolunteers volunteers;
    private final DemoTeams teams;
    private final Menu menu;
    private final WorkingCalendars calendars;
    private final Persons persons;
    private final Accounts accounts;
    private final AppClock clock;

    DemoPeople(
            DemoStaff staff,
            DemoHouseholds households,
            DemoVolunteers volunteers,
            DemoTeams teams,
            Menu menu,
            WorkingCalendars calendars,
            Persons persons,
            Accounts accounts,
            AppClock clock) {
        this.staff = staff;
        this.households = households;
        this.volunteers = volunteers;
        this.teams = teams;
        this.menu = menu;
        this.calendars = calendars;
        this.persons = persons;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param now the last moment of the demo: certificates and insurances reach beyond it */
    World settle(Land land, Instant now, DemoWords words, Luck luck) {
        var today = LocalDate.ofInstant(now, WorkingTime.ZONE);
        var names = new Names(words, luck);
        var projects = menu.categories(land.county()).stream()
                .flatMap(category -> category.projects().stream())
                .toList();
        var offices = staff.appoint(land, words, names);
        persons.register(land.county(), words.say("cast.child"), Cast.CHILD.phone())
                .orThrow();
        var homes = households.settle(land, words, names, luck);
        var hands = volunteers.enrol(land, projects, today, words, names, luck);
        var squads = teams.found(land, hands, words, luck);
        var cast = Arrays.stream(Cast.values())
                .map(who -> find(land.county(), who))
                .toList();
        accounts.openFor(land.county(), cast);
        var kept = Set.of(find(land.county(), Cast.LEADER), find(land.county(), Cast.VOLUNTEER));
        var time = calendars.of(land.county());
        var roster = new Roster(kept, now.minus(STORY));
        return new World(land, offices, homes, hands, squads, projects, time, new Days(clock), roster, words, luck);
    }

    private PersonId find(CountyId county, Cast who) {
        return persons.byPhone(county, who.phone()).orElseThrow();
    }
}
