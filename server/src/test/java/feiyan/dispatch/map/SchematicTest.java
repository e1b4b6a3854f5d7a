package feiyan.dispatch.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feiyan.units.Position;
import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchematicTest {

    private static final double SOUTH = 34.4;
    private static final double WEST = 118.1;

    private final List<Unit> units = new ArrayList<>();
    private double shrink;
    private final Unit center = unit(Tier.CENTER, null, 34.61, 118.36);

    @Test
    void aBorderRunsHalfwayBetweenTheNearestHousesOfTwoInstitutes() {
        aCounty(13, 20);
        var borders = Schematic.of(units).borders();
        var inside = borders.stream().filter(line -> !atTheEdge(line)).toList();
        assertThat(inside).hasSizeGreaterThan(50).hasSizeGreaterThan(borders.size() / 2);
        assertThat(inside).allSatisfy(line -> {
            var near = nearest(middle(line));
            var one = near.getFirst();
            var other = near.get(1);
            assertThat(metres(middle(line), one)).isCloseTo(metres(middle(line), other), within(1.0));
            assertThat(instituteOf(one)).isNotEqualTo(instituteOf(other));
        });
    }

    @Test
    void whereverTheNearestHouseBelongsToAnotherInstituteABorderLiesBetween() {
        aCounty(8, 12);
        var borders = Schematic.of(units).borders();
        var luck = new Random(7);
        int differ = 0;
        for (int turn = 0; turn < 300; turn++) {
            var from = at(units.get(1 + luck.nextInt(units.size() - 1)));
            var to = at(units.get(1 + luck.nextInt(units.size() - 1)));
            boolean other = !instituteOf(nearest(from).getFirst())
                    .equals(instituteOf(nearest(to).getFirst()));
            if (other) {
                differ++;
                assertThat(borders).anyMatch(line -> cross(from, to, line.from(), line.to()));
            }
        }
        assertThat(differ).isGreaterThan(100);
    }

    @Test
    void theCountyEndsSomeWayBeyondItsOutermostHouse() {
        var lonely = unit(Tier.STATION, center, SOUTH, WEST);
        var borders = Schematic.of(units).borders();
        assertThat(borders).hasSizeGreaterThan(10);
        assertThat(borders)
                .allSatisfy(line -> assertThat(metres(middle(line), lonely)).isBetween(1_500.0, 1_800.0));
    }

    @Test
    void twoHousesUnderOneRoofAreOneAndOneWithoutAPlaceIsNone() {
        var institute = unit(Tier.INSTITUTE, center, SOUTH, WEST);
        unit(Tier.STATION, institute, SOUTH, WEST);
        units.add(new Unit(id(), Tier.STATION, "somewhere", institute.id(), null, null, null, true));
        var ground = Schematic.of(units);
        assertThat(ground.houses())
                .extracting(MapView.House::tier)
                .containsExactly(Tier.CENTER, Tier.INSTITUTE, Tier.STATION);
        assertThat(ground.borders()).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void aCountyThatHasNotSaidWhereItsHousesStandHasNoGround() {
        assertThat(Schematic.of(List.of())).isEqualTo(new Schematic(List.of(), List.of()));
    }

    private void aCounty(int institutes, int stations) {
        var luck = new Random(42);
        for (int one = 0; one < institutes; one++) {
            var institute = unit(Tier.INSTITUTE, center, SOUTH + luck.nextDouble() * .5, WEST + luck.nextDouble() * .5);
            for (int more = 0; more < stations; more++) {
                var house = at(institute);
                unit(
                        Tier.STATION,
                        institute,
                        house.latitude() + luck.nextGaussian() * .05,
                        house.longitude() + luck.nextGaussian() * .05);
            }
        }
    }

    private Unit unit(Tier tier, @Nullable Unit above, double latitude, double longitude) {
        var unit = new Unit(
                id(),
                tier,
                tier + " " + units.size(),
                above == null ? null : above.id(),
                null,
                null,
                new Position(latitude, longitude),
                true);
        units.add(unit);
        return unit;
    }

    private static UnitId id() {
        return new UnitId(UUID.randomUUID());
    }

    private UnitId instituteOf(Unit unit) {
        return unit.tier() == Tier.INSTITUTE ? unit.id() : Objects.requireNonNull(unit.parent());
    }

    private List<Unit> nearest(MapPoint point) {
        return units.stream()
                .filter(unit -> unit.tier() != Tier.CENTER)
                .sorted(Comparator.comparingDouble(unit -> metres(point, unit)))
                .limit(2)
                .toList();
    }

    /** On the flat county of the drawing: where its middle is, a degree of longitude has one length. */
    private double metres(MapPoint from, Unit to) {
        var house = at(to);
        double east = (house.longitude() - from.longitude()) * shrink();
        return 111_195 * Math.hypot(house.latitude() - from.latitude(), east);
    }

    private double shrink() {
        if (shrink == 0) {
            double middle = units.stream()
                    .mapToDouble(unit -> at(unit).latitude())
                    .average()
                    .orElseThrow();
            shrink = Math.cos(Math.toRadians(middle));
        }
        return shrink;
    }

    /** Only a border between two houses has two that are equally near. */
    private boolean atTheEdge(MapView.Line line) {
        var near = nearest(middle(line));
        double apart = metres(middle(line), near.get(1)) - metres(middle(line), near.getFirst());
        boolean atItsDistance = metres(line.from(), nearest(line.from()).getFirst()) > 1_600;
        return apart > 5 && atItsDistance;
    }

    private static MapPoint at(Unit unit) {
        return MapPoint.of(Objects.requireNonNull(unit.position()));
    }

    private static MapPoint middle(MapView.Line line) {
        return new MapPoint(
                (line.from().latitude() + line.to().latitude()) / 2,
                (line.from().longitude() + line.to().longitude()) / 2);
    }

    private static boolean cross(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
    }

    private static double side(MapPoint a, MapPoint b, MapPoint c) {
        return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
    }
}
