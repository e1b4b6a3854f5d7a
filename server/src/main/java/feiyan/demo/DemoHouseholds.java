package feiyan.demo;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.NewPerson;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Purpose;
import feiyan.demo.Land.Station;
import feiyan.units.CoarsePosition;
import feiyan.units.Homes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Three hundred homes; more of them in the village where the story plays, so that its desk is not empty. */
@Component
class DemoHouseholds {

    private static final int ALL = 300;
    private static final int IN_THE_STORYS_VILLAGE = 12;
    private static final int IN_ITS_TOWN = 50;

    private final Persons persons;
    private final Homes homes;
    private final Consents consents;

    DemoHouseholds(Persons persons, Homes homes, Consents consents) {
        this.persons = persons;
        this.homes = homes;
        this.consents = consents;
    }

    List<Household> settle(Land land, DemoWords words, Names names, Luck luck) {
        var people = people(words, names);
        var ids = persons.registerAll(
                        land.county(),
                        people.stream()
                                .map(who -> new NewPerson(who.name(), who.phone()))
                                .toList())
                .orThrow();
        consents.giveAll(
                land.county(),
                ids,
                Purpose.LOCATION,
                How.PAPER,
                land.administrator().person());
        var settled = new ArrayList<Household>();
        for (int i = 0; i < ALL; i++) {
            var station = station(land, i, luck);
            var address = words.say("address", station.village(), String.valueOf(luck.between(1, 400)));
            var who = people.get(i);
            homes.settle(land.county(), ids.get(i), station.id());
            settled.add(new Household(ids.get(i), who.name(), who.phone(), station, address, near(station, luck)));
        }
        return settled;
    }

    private record Somebody(String name, Phone phone) {}

    private static List<Somebody> people(DemoWords words, Names names) {
        var people = new ArrayList<Somebody>();
        people.add(new Somebody(words.say("cast.resident"), Cast.RESIDENT.phone()));
        while (people.size() < ALL) {
            people.add(new Somebody(names.next(), DemoPhones.resident(people.size())));
        }
        return people;
    }

    private static Station station(Land land, int number, Luck luck) {
        if (number < IN_THE_STORYS_VILLAGE) {
            return land.story();
        }
        return luck.oneOf(number < IN_ITS_TOWN ? neighbours(land) : land.stations());
    }

    private static List<Station> neighbours(Land land) {
        return land.institutes().stream()
                .filter(institute -> institute.id().equals(land.story().institute()))
                .flatMap(institute -> institute.stations().stream())
                .toList();
    }

    /** Within half a kilometre or so of the station. */
    static CoarsePosition near(Station station, Luck luck) {
        return new CoarsePosition(
                station.at().latitude() + luck.between(-0.005, 0.005),
                station.at().longitude() + luck.between(-0.005, 0.005));
    }
}
