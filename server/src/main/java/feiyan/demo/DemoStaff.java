package feiyan.demo;

import feiyan.accounts.NewPerson;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A clerk for each station, a dispatcher for each institute, a dispatcher and an auditor for the center. */
@Component
class DemoStaff {

    private final Persons persons;
    private final Staff staff;

    DemoStaff(Persons persons, Staff staff) {
        this.persons = persons;
        this.staff = staff;
    }

    private record Seat(UnitId unit, Role role, NewPerson person) {}

    Offices appoint(Land land, DemoWords words, Names names) {
        var seats = seats(land, words, names);
        var people = persons.registerAll(
                        land.county(), seats.stream().map(Seat::person).toList())
                .orThrow();
        var desks = new HashMap<UnitId, Actor>();
        for (int i = 0; i < seats.size(); i++) {
            var actor = appointed(land, seats.get(i), people.get(i));
            if (seats.get(i).role() != Role.AUDITOR) {
                desks.put(seats.get(i).unit(), actor);
            }
        }
        return new Offices(desks);
    }

    private List<Seat> seats(Land land, DemoWords words, Names names) {
        var story = land.story();
        var seats = new ArrayList<Seat>();
        seats.add(cast(land.center(), Role.DISPATCHER, Cast.CENTER_DISPATCHER, words));
        seats.add(cast(land.center(), Role.AUDITOR, Cast.AUDITOR, words));
        seats.add(cast(story.institute(), Role.DISPATCHER, Cast.INSTITUTE_DISPATCHER, words));
        seats.add(cast(story.id(), Role.CLERK, Cast.CLERK, words));
        for (var institute : land.institutes()) {
            if (!institute.id().equals(story.institute())) {
                seats.add(new Seat(institute.id(), Role.DISPATCHER, somebody(seats.size(), names)));
            }
            for (var station : institute.stations()) {
                if (!station.equals(story)) {
                    seats.add(new Seat(station.id(), Role.CLERK, somebody(seats.size(), names)));
                }
            }
        }
        return seats;
    }

    private static Seat cast(UnitId unit, Role role, Cast who, DemoWords words) {
        return new Seat(unit, role, new NewPerson(words.say("cast." + who.code()), who.phone()));
    }

    private static NewPerson somebody(int number, Names names) {
        return new NewPerson(names.next(), DemoPhones.staff(number));
    }

    private Actor appointed(Land land, Seat seat, PersonId person) {
        var post = new Post(seat.unit(), seat.role());
        staff.give(land.administrator(), person, post).orThrow();
        return new Actor(land.county(), person, Set.of(post));
    }
}
