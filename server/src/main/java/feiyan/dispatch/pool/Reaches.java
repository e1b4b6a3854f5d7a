package feiyan.dispatch.pool;

import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a unit reaches. */
@Repository
class Reaches {

    private final JdbcClient db;

    Reaches(JdbcClient db) {
        this.db = db;
    }

    /** The unit and all below it. */
    Set<UnitId> of(CountyId county, UnitId unit) {
        return db
                .sql("select w.unit_id from unit_within w where w.county_id = :county and w.ancestor_id = :unit")
                .param("county", county.value())
                .param("unit", unit.value())
                .query((row, number) -> new UnitId(row.getObject("unit_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
