package feiyan.demo;

import feiyan.calendar.WorkingCalendars;
import feiyan.demo.Land.Institute;
import feiyan.demo.Land.Station;
import feiyan.menu.Menu;
import feiyan.menu.MenuTables;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import feiyan.units.Areas;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import feiyan.units.Foundings.Founded;
import feiyan.units.Position;
import feiyan.units.Unit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.UnitSetUp;
import feiyan.units.Units;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Founds the county and sets up its areas, units, calendar and menu, as its first administrator would. */
@Component
class DemoLand {

    // The box in which Tancheng lies (WGS-84); the points in it are drawn, not surveyed.
    private static final double SOUTH = 34.36;
    private static final double NORTH = 34.93;
    private static final double WEST = 118.08;
    private static final double EAST = 118.52;
    /** Villages lie within about four kilometres of their township. */
    private static final double AROUND = 0.04;

    private final Foundings foundings;
    private final Areas areas;
    private final UnitSetUp setUp;
    private final UnitChanges changes;
    private final Units units;
    private final WorkingCalendars calendars;
    private final Policies policies;
    private final Menu menu;

    DemoLand(
            Foundings foundings,
            Areas areas,
            UnitSetUp setUp,
            UnitChanges changes,
            Units units,
            WorkingCalendars calendars,
            Policies policies,
            Menu menu) {
        this.foundings = foundings;
        this.areas = areas;
        this.setUp = setUp;
        this.changes = changes;
        this.units = units;
        this.calendars = calendars;
        this.policies = policies;
        this.menu = menu;
    }

    /** Refused where somebody has founded a county meanwhile. */
    Outcome<Land> found(DemoWords words, Luck luck) {
        var founding = new Founding(
                words.say("county"),
                "371322",
                words.say("cast.administrator"),
                Cast.ADMINISTRATOR.phone(),
                // Nobody knows it: in the demo one enters by a tap.
                UUID.randomUUID().toString());
        return foundings.foundDemo(founding).map(founded -> furnished(founded, words, luck));
    }

    private Land furnished(Founded founded, DemoWords words, Luck luck) {
        var actor = founded.actor();
        var county = founded.county();
        calendars.seed(county).orThrow();
        policies.set(county, Policy.STAFF_TOTP, false, null).orThrow();
        // A visitor takes a need from a villager to a rating in five minutes, whatever day was agreed.
        policies.set(county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null).orThrow();
        var divisions = DemoWords.text("divisions-371322-tancheng.csv");
        areas.bring(actor, divisions.getBytes(StandardCharsets.UTF_8)).orThrow();
        DemoWords.naturalVillages()
                .forEach(village -> areas.addNatural(actor, village.within(), village.name())
                        .orThrow());
        setUp.fromAreas(actor).orThrow();
        menu.importCsv(actor, MenuTables.common()).orThrow();
        return new Land(county, actor, founded.center(), institutes(actor, founded.center(), words, luck));
    }

    private List<Institute> institutes(Actor actor, UnitId center, DemoWords words, Luck luck) {
        var town = new Position(34.61, 118.36);
        housed(actor, center, town, 0);
        var institutes = new ArrayList<Institute>();
        int number = 1;
        for (var unit : units.children(actor.county(), center)) {
            var at = institutes.isEmpty() ? town : anywhere(luck);
            housed(actor, unit.id(), at, number++);
            var stations = new ArrayList<Station>();
            for (var below : units.children(actor.county(), unit.id())) {
                var house = near(at, luck);
                housed(actor, below.id(), house, number++);
                stations.add(station(below, unit.id(), house, words));
            }
            institutes.add(new Institute(unit.id(), stations));
        }
        return institutes;
    }

    private void housed(Actor actor, UnitId unit, Position at, int number) {
        changes.move(actor, unit, at).orThrow();
        changes.setPhone(actor, unit, DemoPhones.unit(number).digits()).orThrow();
    }

    private static Station station(Unit unit, UnitId institute, Position at, DemoWords words) {
        var village = unit.name().replace(words.say("station.ending"), "");
        return new Station(unit.id(), institute, Objects.requireNonNull(unit.areaCode()), village, at);
    }

    private static Position anywhere(Luck luck) {
        return new Position(luck.between(SOUTH + AROUND, NORTH - AROUND), luck.between(WEST + AROUND, EAST - AROUND));
    }

    private static Position near(Position place, Luck luck) {
        return new Position(
                place.latitude() + luck.between(-AROUND, AROUND), place.longitude() + luck.between(-AROUND, AROUND));
    }
}
