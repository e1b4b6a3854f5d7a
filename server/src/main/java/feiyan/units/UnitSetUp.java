package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Area.Level;
import feiyan.units.UnitGuard.Hold;
import feiyan.units.UnitRows.Made;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the units of a county from its areas in one go: an institute for each township, a station for each village or
 * community. A second run adds only what is missing, so it can follow every import.
 */
@Component
public class UnitSetUp {

    private final Transactions transactions;
    private final UnitGuard guard;
    private final UnitRows rows;
    private final UnitTrees trees;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final UnitNames names = new UnitNames();

    UnitSetUp(
            Transactions transactions,
            UnitGuard guard,
            UnitRows rows,
            UnitTrees trees,
            JdbcClient jdbc,
            InstantSource clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.rows = rows;
        this.trees = trees;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many units a run added. */
    public record Added(int institutes, int stations) {}

    /** Two administrators at once: the second waits for the first and then finds nothing missing. */
    public Outcome<Added> fromAreas(Actor actor) {
        return transactions.write(() -> guard.administeredCenter(actor, Hold.ONE_BY_ONE)
                .map(center -> {
                    giveCenterItsArea(actor.county(), center);
                    var institutes = add(actor.county(), Tier.CENTER, Tier.INSTITUTE, Level.TOWNSHIP);
                    var stations = add(actor.county(), Tier.INSTITUTE, Tier.STATION, Level.VILLAGE);
                    return new Added(institutes, stations);
                }));
    }

    private void giveCenterItsArea(CountyId county, Unit center) {
        jdbc.sql("""
                        update unit set area_code = (select a.code from area a where a.county_id = :county and a.level = 'county')
                        where county_id = :county and id = :center and area_code is null""")
                .param("county", county.value())
                .param("center", center.id().value())
                .update();
        trees.changed(county);
    }

    private int add(CountyId county, Tier above, Tier tier, Level level) {
        var missing = missing(county, above, tier, level);
        if (!missing.isEmpty()) {
            rows.addAll(county, tier, missing, clock.instant());
        }
        return missing.size();
    }

    /** The areas of a level that have no unit yet, below the open unit of their parent. */
    private List<Made> missing(CountyId county, Tier above, Tier tier, Level level) {
        return jdbc.sql("""
                        select a.code, a.name, p.id as parent
                        from area a join unit p on p.county_id = :county and p.area_code = a.parent_code
                        where a.county_id = :county and a.level = :level
                          and p.closed_at is null and p.tier = :above
                          and not exists (select 1 from unit u where u.county_id = :county and u.area_code = a.code)
                        order by a.code""")
                .param("county", county.value())
                .param("level", level.word())
                .param("above", above.name())
                .query((row, number) -> new Made(
                        Ids.next(),
                        names.of(tier, row.getString("name")),
                        row.getObject("parent", UUID.class),
                        row.getString("code")))
                .list();
    }
}
