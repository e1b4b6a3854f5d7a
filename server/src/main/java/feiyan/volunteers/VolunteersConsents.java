package feiyan.volunteers;

import feiyan.accounts.ConsentFollower;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Without the place the village stands for it; without a guardian's word a minor is not asked any more. */
@Component
class VolunteersConsents implements ConsentFollower {

    private final JdbcClient db;
    private final VolunteerNews news;
    private final InstantSource clock;

    VolunteersConsents(JdbcClient db, VolunteerNews news, InstantSource clock) {
        this.db = db;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void withdrawn(CountyId county, PersonId person, Purpose purpose) {
        int changed = switch (purpose) {
            case LOCATION -> forgetPlace(county, person);
            case GUARDIAN -> leave(county, person);
            case HEALTH, SPECIAL_GROUP, CHILD -> 0;
        };
        if (changed > 0) {
            news.changed(county, person);
        }
    }

    private int forgetPlace(CountyId county, PersonId person) {
        return db.sql("""
                update volunteer set latitude = null, longitude = null
                where county_id = :county and person_id = :person and latitude is not null
                """)
                .param("county", county.value())
                .param("person", person.value())
                .update();
    }

    private int leave(CountyId county, PersonId person) {
        return db.sql("""
                update volunteer set left_at = :now
                where county_id = :county and person_id = :person and left_at is null
                """)
                .param("county", county.value())
                .param("person", person.value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }
}
