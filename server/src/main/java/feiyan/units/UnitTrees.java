package feiyan.units;

import feiyan.platform.CountyCache;
import feiyan.platform.CountyId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counties' trees as every page shows them. Who may do what, and whether a unit is still open for it, is asked of
 * the tables, in the statement that does it.
 */
@Component
class UnitTrees {

    private final JdbcClient jdbc;
    private final CountyCache<UnitTree> trees = new CountyCache<>(this::read);

    UnitTrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitTree of(CountyId county) {
        return trees.of(county);
    }

    /** With all of these; one that another instance has just added is looked for. */
    UnitTree with(CountyId county, List<UnitId> units) {
        var kept = trees.of(county);
        return kept.knows(units) ? kept : read(county);
    }

    /** After each statement that changes a unit. */
    void changed(CountyId county) {
        trees.changed(county);
    }

    private UnitTree read(CountyId county) {
        return UnitTree.of(
                jdbc.sql("""
                        select u.* from unit u where u.county_id = :county
                        order by u.area_code nulls last, u.id""").param("county", county.value()).query(Unit::of).list());
    }
}
