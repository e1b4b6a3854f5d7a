package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.Homes;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom to call about a message: one's own station, or the next one above with a number. */
@Component
class StationNumbers {

    /** {@code 0539-12345678}; a longer one would not leave room for what there is to say. */
    static final int LONGEST = 13;

    private final Homes homes;
    private final Units units;

    StationNumbers(Homes homes, Units units) {
        this.homes = homes;
        this.units = units;
    }

    Optional<String> of(CountyId county, PersonId person) {
        Collection<Unit> upwards = homes.of(county, person)
                .map(home -> units.pathUp(county, home.id()))
                .orElseGet(() -> units.center(county).map(List::of).orElseGet(List::of));
        return upwards.stream()
                .map(Unit::phone)
                .filter(Objects::nonNull)
                .filter(number -> number.length() <= LONGEST)
                .findFirst();
    }
}
