package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.OneLook;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which station is whose own: the one to call from every page, and the first one to see an order. */
@Component
public class Homes {

    /** SQL of the station of {@code :person}, for a statement that asks for more. */
    static final String STATION = """
            select h.station_id from resident_home h where h.county_id = :county and h.person_id = :person""";

    private final JdbcClient jdbc;

    Homes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Unit> of(CountyId county, PersonId person) {
        return OneLook.once(List.of("home", county, person), () -> read(county, person));
    }

    private Optional<Unit> read(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select u.* from resident_home h join unit u on u.county_id = :county and u.id = h.station_id
                        where h.county_id = :county and h.person_id = :person""")
                .param("county", county.value())
                .param("person", person.value())
                .query(Unit::of)
                .optional();
    }

    /** From now on this is the person's station. It mostly was before: then nothing is locked or written. */
    public void settle(CountyId county, PersonId person, UnitId station) {
        jdbc.sql("""
                        insert into resident_home (county_id, person_id, station_id)
                        select :county, :person, :station
                        where not exists (
                          select from resident_home h
                          where h.county_id = :county and h.person_id = :person and h.station_id = :station)
                        on conflict (county_id, person_id) do update set station_id = excluded.station_id
                        where resident_home.county_id = :county
                          and resident_home.station_id <> excluded.station_id""")
                .param("county", county.value())
                .param("person", person.value())
                .param("station", station.value())
                .update();
    }
}
