package feiyan.units;

import static java.util.stream.Collectors.toMap;

import feiyan.platform.CountyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree of a county's units, to read. Closed units keep their name for what happened there, and take no part. */
@Component
public class Units {

    private static final int FOUND_AT_MOST = 50;

    private final JdbcClient jdbc;
    private final UnitTrees trees;

    Units(JdbcClient jdbc, UnitTrees trees) {
        this.jdbc = jdbc;
        this.trees = trees;
    }

    /** The unit, also when it is closed. */
    public Optional<Unit> find(CountyId county, UnitId unit) {
        return jdbc.sql("select u.* from unit u where u.county_id = :county and u.id = :unit")
                .param("county", county.value())
                .param("unit", unit.value())
                .query(Unit::of)
                .optional();
    }

    public Map<UnitId, String> names(CountyId county, Collection<UnitId> units) {
        var wanted = Set.copyOf(units);
        var tree = trees.with(county, List.copyOf(wanted));
        return wanted.stream().flatMap(unit -> tree.find(unit).stream()).collect(toMap(Unit::id, Unit::name));
    }

    /** Empty only before a county is founded: the center comes with it. */
    public Optional<Unit> center(CountyId county) {
        return trees.of(county).center();
    }

    /** The open units directly below, as the division code orders them; those without an area come last. */
    public List<Unit> children(CountyId county, UnitId unit) {
        return trees.with(county, List.of(unit)).children(unit);
    }

    public Optional<Unit> parent(CountyId county, UnitId unit) {
        return trees.with(county, List.of(unit)).parent(unit);
    }

    /** The unit itself first, then each one above it, the center last. */
    public List<Unit> pathUp(CountyId county, UnitId unit) {
        return trees.with(county, List.of(unit)).pathUp(unit);
    }

    /** The station that serves an area: for a natural village the one of the village it belongs to. */
    public Optional<Unit> stationOf(CountyId county, String areaCode) {
        return jdbc.sql("""
                        select u.* from unit u
                        where u.county_id = :county and u.tier = 'STATION' and u.closed_at is null
                          and u.area_code in (:area, split_part(:area, '-', 1))
                        order by u.area_code desc, u.id
                        limit 1""")
                .param("county", county.value())
                .param("area", areaCode)
                .query(Unit::of)
                .optional();
    }

    /** Every open unit, the division code's order within each tier: some hundreds in a county. */
    public List<Unit> all(CountyId county) {
        return trees.of(county).open();
    }

    /** Open units whose name has these words in it, the higher tiers first. */
    public List<Unit> search(CountyId county, String words) {
        return jdbc.sql("""
                        select u.* from unit u
                        where u.county_id = :county and u.closed_at is null and position(lower(:words) in lower(u.name)) > 0
                        order by array_position(array['CENTER', 'INSTITUTE', 'STATION', 'POINT'], u.tier), u.area_code, u.id
                        limit :most""")
                .param("county", county.value())
                .param("words", words.strip())
                .param("most", FOUND_AT_MOST)
                .query(Unit::of)
                .list();
    }

    /** How many open units each tier has. */
    public Map<Tier, Integer> counts(CountyId county) {
        return jdbc
                .sql("""
                        select tier, count(*) as units from unit
                        where county_id = :county and closed_at is null group by tier""")
                .param("county", county.value())
                .query((row, number) -> Map.entry(Tier.valueOf(row.getString("tier")), row.getInt("units")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether {@code unit} is {@code above} or lies anywhere below it. */
    public boolean within(CountyId county, UnitId unit, UnitId above) {
        return within(county, unit, new UUID[] {above.value()});
    }

    /** Whether one of the actor's posts with one of these roles reaches the unit. */
    public boolean reaches(Actor actor, UnitId unit, Role... roles) {
        return within(actor.county(), unit, actor.unitsAs(roles));
    }

    private boolean within(CountyId county, UnitId unit, UUID[] above) {
        return jdbc.sql("""
                        select exists (select 1 from unit_within w
                          where w.county_id = :county and w.unit_id = :unit and w.ancestor_id = any(:above))""")
                .param("county", county.value())
                .param("unit", unit.value())
                .param("above", above)
                .query(Boolean.class)
                .single();
    }
}
