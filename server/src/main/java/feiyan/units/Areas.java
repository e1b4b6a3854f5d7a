package feiyan.units;

import static java.util.stream.Collectors.toMap;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Area.Level;
import feiyan.units.UnitGuard.Hold;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The division tree of a county: imported by an administrator of the center, all lines of a file or none. */
@Component
public class Areas {

    private final Transactions transactions;
    private final UnitGuard guard;
    private final JdbcClient jdbc;

    Areas(Transactions transactions, UnitGuard guard, JdbcClient jdbc) {
        this.transactions = transactions;
        this.guard = guard;
        this.jdbc = jdbc;
    }

    /** What the file would do; changes nothing. */
    public Outcome<AreaImport> preview(Actor actor, byte[] file) {
        return transactions.write(() -> guard.administeredCenter(actor, Hold.OPEN)
                .map(center -> AreaTree.judge(AreaFile.of(file), all(actor.county()))));
    }

    /** Adds what is new and takes over changed names; what is not in the file stays. Refused with any mistake in it. */
    public Outcome<AreaImport> bring(Actor actor, byte[] file) {
        return transactions.write(() -> guard.administeredCenter(actor, Hold.ONE_BY_ONE)
                .map(center -> AreaTree.judge(AreaFile.of(file), all(actor.county())))
                .then(judged -> judged.isClean()
                        ? written(actor.county(), judged)
                        : Outcome.refused(
                                "area.file_has_mistakes", judged.mistakes().size())));
    }

    private Outcome<AreaImport> written(CountyId county, AreaImport judged) {
        jdbc.sql("""
                        insert into area (county_id, code, name, level, parent_code)
                        select :county, a.code, a.name, a.level, a.parent
                        from unnest(:codes::text[], :names::text[], :levels::text[], :parents::text[])
                          as a (code, name, level, parent)
                        on conflict (county_id, code) do update
                          set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code""")
                .param("county", county.value())
                .param("codes", column(judged.areas(), Area::code))
                .param("names", column(judged.areas(), Area::name))
                .param("levels", column(judged.areas(), area -> area.level().word()))
                .param("parents", parents(judged.areas()))
                .update();
        return Outcome.done(judged);
    }

    private static String[] column(List<Area> areas, Function<Area, String> value) {
        return areas.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String[] parents(List<Area> areas) {
        var parents = new @Nullable String[areas.size()];
        Arrays.setAll(parents, at -> areas.get(at).parent());
        return parents;
    }

    /** A natural village gets the next number below its village's code. */
    public Outcome<Area> addNatural(Actor actor, String village, String name) {
        return transactions.write(() -> UnitRows.usable(name)
                .then(usable -> guard.administeredCenter(actor, Hold.ONE_BY_ONE)
                        .then(center -> find(actor.county(), village)
                                .filter(area -> area.level() == Level.VILLAGE)
                                .map(area -> natural(actor.county(), area, usable))
                                .orElseGet(() -> Outcome.refused("area.unknown")))));
    }

    private Outcome<Area> natural(CountyId county, Area village, String name) {
        return jdbc.sql("""
                        insert into area (county_id, code, name, level, parent_code)
                        select :county, :village || '-' || lpad((count(*) + 1)::text, 2, '0'), :name, 'natural', :village
                        from area a where a.county_id = :county and a.parent_code = :village
                        having count(*) < 99
                        returning *""")
                .param("county", county.value())
                .param("village", village.code())
                .param("name", name)
                .query(Area::of)
                .optional()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("area.village_full"));
    }

    public Optional<Area> find(CountyId county, String code) {
        return jdbc.sql("select * from area where county_id = :county and code = :code")
                .param("county", county.value())
                .param("code", code)
                .query(Area::of)
                .optional();
    }

    /** Those that lie directly in an area. */
    public List<Area> in(CountyId county, String code) {
        return jdbc.sql("select * from area where county_id = :county and parent_code = :code order by code")
                .param("county", county.value())
                .param("code", code)
                .query(Area::of)
                .list();
    }

    public List<Area> of(CountyId county, Level level) {
        return jdbc.sql("select * from area where county_id = :county and level = :level order by code")
                .param("county", county.value())
                .param("level", level.word())
                .query(Area::of)
                .list();
    }

    public Map<Level, Integer> counts(CountyId county) {
        return jdbc
                .sql("select level, count(*) as areas from area where county_id = :county group by level")
                .param("county", county.value())
                .query((row, number) ->
                        Map.entry(Level.of(row.getString("level")).orElseThrow(), row.getInt("areas")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, () -> new EnumMap<>(Level.class)));
    }

    private List<Area> all(CountyId county) {
        return jdbc.sql("select * from area where county_id = :county")
                .param("county", county.value())
                .query(Area::of)
                .list();
    }
}
