package feiyan.demo;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Position;
import feiyan.units.UnitId;
import java.util.List;

/** The county as the demo has set it up. */
record Land(CountyId county, Actor administrator, UnitId center, List<Institute> institutes) {

    record Institute(UnitId id, List<Station> stations) {}

    /** @param village as people say it */
    record Station(UnitId id, UnitId institute, String area, String village, Position at) {}

    List<Station> stations() {
        return institutes.stream()
                .flatMap(institute -> institute.stations().stream())
                .toList();
    }

    Station story() {
        return stations().stream()
                .filter(station -> station.area().equals(Cast.VILLAGE))
                .findFirst()
                .orElseThrow();
    }

    /** The unit above a station or an institute; the center's is the center. */
    UnitId above(UnitId unit) {
        return stations().stream()
                .filter(station -> station.id().equals(unit))
                .findFirst()
                .map(Station::institute)
                .orElse(center);
    }
}
