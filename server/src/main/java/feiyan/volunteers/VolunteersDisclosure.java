package feiyan.volunteers;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody said of themselves as a volunteer, and with whom they serve. */
@Component
@Order(2)
class VolunteersDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("volunteer", "volunteer_skill", "qualification", "team", "team_member");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of();
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("volunteer", """
                select v.number, u.name as unit, v.latitude, v.longitude, v.radius_metres, v.weekly_limit_minutes,
                  v.free_hours::text as free_hours, v.gender, v.party_member, v.born_year, v.insured_until,
                  v.paused_until, v.joined_at, v.left_at
                from volunteer v join unit u on u.county_id = :county and u.id = v.unit_id
                where v.county_id = :county and v.person_id = :person
                """);
        sheet.rows("skills", """
                select s.skill from volunteer_skill s
                where s.county_id = :county and s.person_id = :person order by s.skill
                """);
        sheet.rows("qualifications", """
                select q.kind, q.valid_until, q.checked_at from qualification q
                where q.county_id = :county and q.person_id = :person order by q.id
                """);
        sheet.rows("teams", """
                select t.name as team, t.leader_id = :person as leads, m.joined_at, m.left_at
                from team_member m join team t on t.county_id = :county and t.id = m.team_id
                where m.county_id = :county and m.person_id = :person order by m.joined_at
                """);
    }
}
