package feiyan.orders;

import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Tier;
import feiyan.units.UnitId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units within a clerk's or dispatcher's reach, to narrow a search to one of them; none for anybody else. */
@Repository
public class OrderSearchPlaces {

    private final JdbcClient jdbc;

    OrderSearchPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Place(UnitId id, String name, Tier tier) {}

    /** As the division code orders them: each institute before its stations. */
    public List<Place> of(Actor actor) {
        return jdbc.sql("""
                select u.id, u.name, u.tier from unit u
                where u.county_id = :county and u.closed_at is null and exists (
                  select 1 from unit_within w
                  where w.county_id = :county and w.unit_id = u.id and w.ancestor_id = any(:units))
                order by u.area_code nulls last, u.id
                """)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .query((row, number) -> new Place(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Tier.valueOf(row.getString("tier"))))
                .list();
    }
}
