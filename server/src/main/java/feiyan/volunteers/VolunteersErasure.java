package feiyan.volunteers;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Running;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number stays, since minutes and certificates hang on it; what it said about a human being goes. */
@Component
class VolunteersErasure implements Erasure {

    private final JdbcClient jdbc;
    private final Teams teams;
    private final VolunteerNews news;

    VolunteersErasure(JdbcClient jdbc, Teams teams, VolunteerNews news) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.news = news;
    }

    @Override
    public Set<String> erases() {
        return Set.of("volunteer", "volunteer_skill", "qualification", "team_member");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of("team", "a dissolved team's last leader, by id");
    }

    @Override
    public List<Running> running(CountyId county, PersonId person) {
        int led = teams.ledBy(county, person).size();
        return led == 0 ? List.of() : List.of(new Running("teams", led, "/teams"));
    }

    @Override
    public boolean step(Leaving leaving) {
        execute(leaving, "delete from volunteer_skill where county_id = :county and person_id = :person");
        execute(leaving, "delete from qualification where county_id = :county and person_id = :person");
        execute(leaving, """
                update team_member set left_at = coalesce(left_at, :now)
                where county_id = :county and person_id = :person
                """);
        execute(leaving, """
                update volunteer
                set latitude = null, longitude = null, radius_metres = 500, weekly_limit_minutes = 0,
                  free_hours = repeat('0', 168)::bit(168), gender = 'unknown', party_member = false, born_year = null,
                  insured_until = null, paused_until = null, left_at = coalesce(left_at, :now)
                where county_id = :county and person_id = :person
                """);
        news.changed(leaving.county(), new PersonId(leaving.id()));
        return false;
    }

    private void execute(Leaving leaving, String sql) {
        var statement = jdbc.sql(sql).param("county", leaving.county().value()).param("person", leaving.id());
        (sql.contains(":now") ? statement.param("now", DbTime.of(leaving.now())) : statement).update();
    }
}
