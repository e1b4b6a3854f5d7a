package feiyan.demo;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.calendar.WorkingCalendars;
import feiyan.menu.Menu;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fills the land with people: desks, homes, volunteers, teams. */
@Component
class DemoPeople {

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

    /** @param today the last day of the demo: certificates and insurances reach beyond it */
    World settle(Land land, LocalDate today, DemoWords words, Luck luck) {
        var names = new Names(words, luck);
        var projects = menu.categories(land.county()).stream()
                .flatMap(category -> category.projects().stream())
                .toList();
        var offices = staff.appoint(land, words, names);
        var homes = households.settle(land, words, names, luck);
        var hands = volunteers.enrol(land, projects, today, words, names, luck);
        var squads = teams.found(land, hands, words, luck);
        accounts.openFor(
                land.county(),
                Arrays.stream(Cast.values())
                        .map(who -> find(land.county(), who))
                        .flatMap(Optional::stream)
                        .toList());
        var time = calendars.of(land.county());
        return new World(land, offices, homes, hands, squads, projects, time, new Days(clock), words, luck);
    }

    private Optional<PersonId> find(CountyId county, Cast who) {
        return persons.byPhone(county, who.phone());
    }
}
