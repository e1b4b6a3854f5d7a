package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.volunteers.AskedAlready;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers that wait for somebody's own answer: a break takes none of them away. */
@Component
class OpenQuestions implements AskedAlready {

    private final JdbcClient db;
    private final InstantSource clock;

    OpenQuestions(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public int openTo(CountyId county, PersonId volunteer) {
        return db.sql("""
                select count(*) from offer f
                where f.county_id = :county and f.volunteer_id = :person and f.state = 'OPEN' and f.deadline > :now
                """)
                .param("county", county.value())
                .param("person", volunteer.value())
                .param("now", DbTime.of(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
