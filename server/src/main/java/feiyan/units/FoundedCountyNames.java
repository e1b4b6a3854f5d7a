package feiyan.units;

import static java.util.stream.Collectors.toMap;

import feiyan.accounts.CountyNames;
import feiyan.platform.CountyId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who sign in for the first time which counties there are. */
@Component
class FoundedCountyNames implements CountyNames {

    private final Counties counties;

    FoundedCountyNames(Counties counties) {
        this.counties = counties;
    }

    @Override
    public Map<CountyId, String> all() {
        return counties.all().stream().collect(toMap(County::id, County::name, (same, id) -> same, LinkedHashMap::new));
    }
}
