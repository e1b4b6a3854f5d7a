package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people whose own station lies in a subtree: whom a counter knows by name. */
@Component
public class Residents {

    /** More do not fit a glance: then one types more of the name. */
    private static final int AT_A_GLANCE = 8;

    private final JdbcClient jdbc;

    Residents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody with the village as the only address. */
    public record Resident(PersonId person, String name, UnitId station) {}

    /** Those of the units' subtrees with these characters in their name. */
    public List<Resident> named(CountyId county, UUID[] units, String name) {
        return jdbc.sql("""
                        select h.person_id, p.name, h.station_id
                        from resident_home h
                        join person p on p.county_id = :county and p.id = h.person_id and p.erased_at is null
                        where h.county_id = :county and position(lower(:name) in lower(p.name)) > 0
                          and exists (select 1 from unit_within w
                            where w.county_id = :county and w.unit_id = h.station_id and w.ancestor_id = any(:units))
                        order by p.name, p.id limit :most""")
                .param("county", county.value())
                .param("name", name.strip())
                .param("units", units)
                .param("most", AT_A_GLANCE)
                .query((row, number) -> new Resident(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        new UnitId(row.getObject("station_id", UUID.class))))
                .list();
    }

    /** Whether the person's own station lies at or below one of the units. */
    public boolean liveWithin(CountyId county, PersonId person, UUID[] units) {
        return jdbc.sql("""
                        select exists (
                          select 1 from resident_home h
                          join unit_within w on w.county_id = :county and w.unit_id = h.station_id
                          where h.county_id = :county and h.person_id = :person and w.ancestor_id = any(:units))""")
                .param("county", county.value())
                .param("person", person.value())
                .param("units", units)
                .query(Boolean.class)
                .single();
    }
}
