package feiyan.units;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which station is somebody's own, where they worked, and who looked at what is sealed about them: role and unit. */
@Component
@Order(1)
class UnitsDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("resident_home", "staff_post", "sensitive_view");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of("staff_invitation", "told as the post that came of it");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("home", """
                select u.name as station from resident_home h
                join unit u on u.county_id = :county and u.id = h.station_id
                where h.county_id = :county and h.person_id = :person
                """);
        sheet.rows("posts", """
                select s.role, s.unit, s.given_at, s.ended_at from staff_standing s
                where s.county_id = :county and s.person_id = :person order by s.given_at
                """);
        sheet.rows("views", """
                select v.at, v.fields, v.reason, w.role, w.unit from sensitive_view v
                left join lateral (
                  select s.role, s.unit from staff_standing s
                  where s.county_id = :county and s.person_id = v.viewer_id and s.given_at <= v.at
                    and (s.ended_at is null or s.ended_at > v.at)
                  order by s.given_at limit 1) w on true
                where v.county_id = :county and v.subject = 'person' and v.subject_id = :person
                  and v.viewer_id <> :person
                order by v.at
                """);
    }
}
