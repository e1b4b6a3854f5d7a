package feiyan.volunteers;

import feiyan.units.ViewerFacts;
import feiyan.web.Viewer.Standing;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the person who looks at a page serves, and leads a team. */
@Component
class VolunteerStandings implements ViewerFacts {

    private static final int LEADS = 1;

    /** None for who does not serve. */
    @Override
    public String sql() {
        return """
                select exists (
                  select from standing_team t where t.county_id = :county and t.leader_id = :person)::int
                from volunteer v
                where v.county_id = :county and v.person_id = :person and v.left_at is null""";
    }

    @Override
    public Set<Standing> standings(@Nullable Integer found) {
        if (found == null) {
            return Set.of();
        }
        return found == LEADS ? Set.of(Standing.VOLUNTEER, Standing.LEADER) : Set.of(Standing.VOLUNTEER);
    }
}
