package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.ViewerFacts;
import feiyan.web.Viewer.Standing;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the person who looks at a page serves, and leads a team: one query, for it is asked on every page. */
@Component
class VolunteerStandings implements ViewerFacts {

    private final JdbcClient db;

    VolunteerStandings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Standing> standings(CountyId county, PersonId person) {
        return db.sql("""
                select exists (select from standing_team t where t.county_id = :county and t.leader_id = :person) as leads
                from volunteer v
                where v.county_id = :county and v.person_id = :person and v.left_at is null
                """)
                .param("county", county.value())
                .param("person", person.value())
                .query((row, number) -> row.getBoolean("leads")
                        ? EnumSet.of(Standing.VOLUNTEER, Standing.LEADER)
                        : EnumSet.of(Standing.VOLUNTEER))
                .optional()
                .orElseGet(() -> EnumSet.noneOf(Standing.class));
    }
}
