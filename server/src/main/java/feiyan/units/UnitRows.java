package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes units and, with them, their way up: a unit without its rows in {@code unit_within} is invisible to all. */
@Component
class UnitRows {

    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final UnitTrees trees;

    UnitRows(JdbcClient jdbc, UnitTrees trees) {
        this.jdbc = jdbc;
        this.trees = trees;
    }

    static Outcome<String> usable(String name) {
        var stripped = name.strip();
        return stripped.isEmpty() || stripped.length() > LONGEST_NAME
                ? Outcome.refused("unit.name_unusable", LONGEST_NAME)
                : Outcome.done(stripped);
    }

    void add(CountyId county, UnitId id, Tier tier, NewUnit unit, @Nullable UnitId parent, Instant now) {
        jdbc.sql("""
                        insert into unit (county_id, id, tier, name, parent_id, area_code, phone, latitude, longitude, opened_at)
                        values (:county, :id, :tier, :name, :parent, :area, :phone, :latitude, :longitude, :now)""")
                .param("county", county.value())
                .param("id", id.value())
                .param("tier", tier.name())
                .param("name", unit.name().strip())
                .param("parent", parent == null ? null : parent.value())
                .param("area", unit.areaCode())
                .param("phone", unit.phone())
                .param(
                        "latitude",
                        unit.position() == null ? null : unit.position().latitude())
                .param(
                        "longitude",
                        unit.position() == null ? null : unit.position().longitude())
                .param("now", DbTime.of(now))
                .update();
        linkUp(county, new UUID[] {id.value()});
    }

    /** What {@link #addAll} makes of an area. */
    record Made(UUID id, String name, UUID parent, String area) {}

    /** Many units of one tier in two statements; their parents are there already. */
    void addAll(CountyId county, Tier tier, List<Made> units, Instant now) {
        jdbc.sql("""
                        insert into unit (county_id, id, tier, name, parent_id, area_code, opened_at)
                        select :county, made.id, :tier, made.name, made.parent, made.area, :now
                        from unnest(:ids::uuid[], :names::text[], :parents::uuid[], :areas::text[])
                          as made (id, name, parent, area)""")
                .param("county", county.value())
                .param("tier", tier.name())
                .param("now", DbTime.of(now))
                .param("ids", units.stream().map(Made::id).toArray(UUID[]::new))
                .param("names", units.stream().map(Made::name).toArray(String[]::new))
                .param("parents", units.stream().map(Made::parent).toArray(UUID[]::new))
                .param("areas", units.stream().map(Made::area).toArray(String[]::new))
                .update();
        linkUp(county, units.stream().map(Made::id).toArray(UUID[]::new));
    }

    /** The parent's way up, one step longer, and the unit itself. */
    private void linkUp(CountyId county, UUID[] units) {
        jdbc.sql("""
                        insert into unit_within (county_id, unit_id, ancestor_id, distance)
                        select u.county_id, u.id, w.ancestor_id, w.distance + 1
                        from unit u join unit_within w on w.county_id = :county and w.unit_id = u.parent_id
                        where u.county_id = :county and u.id = any(:units)
                        union all
                        select u.county_id, u.id, u.id, 0 from unit u
                        where u.county_id = :county and u.id = any(:units)""").param("county", county.value()).param("units", units).update();
        trees.changed(county);
    }

    boolean knowsArea(CountyId county, String code) {
        return exists("select exists (select 1 from area where county_id = :county and code = :key)", county, code);
    }

    boolean hasChildren(CountyId county, UnitId unit) {
        return exists("""
                select exists (select 1 from unit
                  where county_id = :county and parent_id = :key and closed_at is null)""", county, unit.value());
    }

    /** An invitation that is still open counts as staff: it would be accepted at a unit that is gone. */
    boolean hasStaff(CountyId county, UnitId unit, Instant now) {
        return jdbc.sql("""
                select exists (select 1 from staff_post
                    where county_id = :county and unit_id = :key and ended_at is null)
                  or exists (select 1 from staff_invitation
                    where county_id = :county and unit_id = :key and used_at is null and withdrawn_at is null
                      and expires_at > :now)""")
                .param("county", county.value())
                .param("key", unit.value())
                .param("now", DbTime.of(now))
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String sql, CountyId county, Object key) {
        return jdbc.sql(sql)
                .param("county", county.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
