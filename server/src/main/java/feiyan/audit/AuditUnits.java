package feiyan.audit;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units that an auditor can choose from: the own ones and all below. */
@Component
public class AuditUnits {

    private final JdbcClient db;

    AuditUnits(JdbcClient db) {
        this.db = db;
    }

    public record Reached(UUID id, String name, String tier) {}

    public Outcome<List<Reached>> of(Actor actor) {
        return AuditReach.of(actor).map(reach -> db.sql("""
                        select u.id, u.name, u.tier from unit u
                        where u.county_id = :county and exists (select 1 from unit_within w
                          where w.county_id = :county and w.unit_id = u.id and w.ancestor_id = any(:units))
                        order by case u.tier when 'CENTER' then 0 when 'INSTITUTE' then 1 when 'STATION' then 2 else 3 end,
                          u.name, u.id
                        """)
                .param("county", actor.county().value())
                .param("units", reach)
                .query((row, number) -> new Reached(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("tier")))
                .list());
    }
}
