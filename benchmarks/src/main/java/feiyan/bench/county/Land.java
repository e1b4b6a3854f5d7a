package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Desk;
import feiyan.bench.county.BigCounty.Station;
import feiyan.calendar.WorkingCalendars;
import feiyan.menu.Menu;
import feiyan.menu.MenuTables;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import feiyan.units.Areas;
import feiyan.units.CoarsePosition;
import feiyan.units.Position;
import feiyan.units.Unit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.UnitSetUp;
import feiyan.units.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The units of a county, as its administrator opens them, each with a place and a desk. */
final class Land {

    /** As in the demo: the real divisions of Tancheng, 13 townships with 125 villages. */
    private static final String DIVISIONS = "/demo/divisions-371322-tancheng.csv";

    private static final double SOUTH = 34.40;
    private static final double NORTH = 34.89;
    private static final double WEST = 118.12;
    private static final double EAST = 118.48;
    /** Villages lie within about four kilometres of their township. */
    private static final double AROUND = 0.04;

    private final House house;
    private final Actor administrator;
    private final Desks desks;
    private final SplittableRandom random;
    final List<Desk> institutes = new ArrayList<>();
    final List<Station> stations = new ArrayList<>();

    Land(House house, Actor administrator, Desks desks, SplittableRandom random) {
        this.house = house;
        this.administrator = administrator;
        this.desks = desks;
        this.random = random;
    }

    Land settle(UnitId center) {
        furnish();
        moved(center, somewhere());
        for (var town : below(center)) {
            var middle = somewhere();
            moved(town.id(), middle);
            var institute = desks.at(town.id());
            institutes.add(institute);
            below(town.id()).forEach(village -> stations.add(station(village, institute, near(middle))));
        }
        return this;
    }

    private void furnish() {
        var county = administrator.county();
        house.the(WorkingCalendars.class).seed(county).orThrow();
        // Who measures has no second device.
        house.the(Policies.class).set(county, Policy.STAFF_TOTP, false, null).orThrow();
        house.the(Areas.class).bring(administrator, divisions()).orThrow();
        house.the(UnitSetUp.class).fromAreas(administrator).orThrow();
        house.the(Menu.class).importCsv(administrator, MenuTables.common()).orThrow();
    }

    private static byte[] divisions() {
        try (var table = House.class.getResourceAsStream(DIVISIONS)) {
            return Objects.requireNonNull(table, DIVISIONS).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Unit> below(UnitId unit) {
        return house.the(Units.class).children(administrator.county(), unit);
    }

    private Station station(Unit village, Desk institute, Position place) {
        moved(village.id(), place);
        return new Station(
                desks.at(village.id()),
                institute,
                village.name(),
                Objects.requireNonNull(village.areaCode()),
                new CoarsePosition(place.latitude(), place.longitude()));
    }

    private void moved(UnitId unit, Position place) {
        house.the(UnitChanges.class).move(administrator, unit, place).orThrow();
    }

    private Position somewhere() {
        return new Position(random.nextDouble(SOUTH, NORTH), random.nextDouble(WEST, EAST));
    }

    private Position near(Position place) {
        return new Position(
                place.latitude() + random.nextDouble(-AROUND, AROUND),
                place.longitude() + random.nextDouble(-AROUND, AROUND));
    }
}
