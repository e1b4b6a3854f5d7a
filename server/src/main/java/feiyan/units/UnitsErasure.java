package feiyan.units;

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

/** Whose station it was, and what invitations were called; posts stay, since what was done in them stays. */
@Component
class UnitsErasure implements Erasure {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Staff staff;

    UnitsErasure(JdbcClient jdbc, Staff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    @Override
    public Set<String> erases() {
        return Set.of("resident_home", "staff_invitation");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of("staff_post", "who held which role when, by id: what was done in it goes on to count");
    }

    @Override
    public List<Running> running(CountyId county, PersonId person) {
        int posts = staff.postsOf(county, person).size();
        return posts == 0 ? List.of() : List.of(new Running("posts", posts, "/"));
    }

    @Override
    public boolean step(Leaving leaving) {
        jdbc.sql("delete from resident_home where county_id = :county and person_id = :person")
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
        return endedInvitationsForgetTheirNames(leaving) == AT_ONCE;
    }

    /** An invitation names somebody who was nobody yet: once it has ended, nobody needs the name. */
    private int endedInvitationsForgetTheirNames(Leaving leaving) {
        return jdbc.sql("""
                        update staff_invitation set name = ''
                        where county_id = :county and id in (
                          select i.id from staff_invitation i
                          where i.county_id = :county and i.name <> ''
                            and (i.used_at is not null or i.withdrawn_at is not null or i.expires_at < :now)
                          order by i.id limit :most)
                        """)
                .param("county", leaving.county().value())
                .param("now", DbTime.of(leaving.now()))
                .param("most", AT_ONCE)
                .update();
    }
}
