package feiyan.units;

import feiyan.platform.CountyId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stations of a county under their institutes, for choosing one's own. */
@Component
public class Stations {

    private final Units units;

    Stations(Units units) {
        this.units = units;
    }

    public record Township(String name, List<Unit> stations) {}

    public List<Township> byInstitute(CountyId county) {
        var all = units.all(county);
        return all.stream()
                .filter(unit -> unit.tier() == Tier.INSTITUTE)
                .map(institute -> new Township(
                        institute.name(),
                        all.stream()
                                .filter(unit -> unit.tier() == Tier.STATION
                                        && institute.id().equals(unit.parent()))
                                .toList()))
                .filter(township -> !township.stations().isEmpty())
                .toList();
    }
}
