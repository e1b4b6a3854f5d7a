package feiyan.audit;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Counties;
import feiyan.units.County;
import feiyan.units.Unit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose center keeps the keys, which are one set for all counties of an installation: that of the county whose division
 * code {@code feiyan.keys.office} says, and where it says none, of the one that was founded first.
 */
@Component
class KeyKeepers {

    private final Counties counties;
    private final CenterOffice office;
    private final String code;

    KeyKeepers(Counties counties, CenterOffice office, @Value("${feiyan.keys.office:}") String code) {
        this.counties = counties;
        this.office = office;
        this.code = code.strip();
    }

    Outcome<Unit> of(Actor actor) {
        return office.of(actor)
                .then(center -> keeps(actor.county()) ? Outcome.done(center) : Outcome.refused("key.not_yours"));
    }

    boolean keeps(CountyId county) {
        return keeper(counties.all()).filter(county::equals).isPresent();
    }

    /** A code that no county has lets nobody near: whoever mistyped it finds out, and no neighbour steps in. */
    private Optional<CountyId> keeper(List<County> inOrder) {
        return inOrder.stream()
                .filter(county -> code.isEmpty() || code.equals(county.divisionCode()))
                .findFirst()
                .map(County::id);
    }
}
