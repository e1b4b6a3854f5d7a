package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.volunteers.AskedAlready;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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

    /** Who was asked in person for an order and has not answered, since when and until when. */
    List<OpenQuestion> of(CountyId county, OrderId order) {
        return db.sql("""
                select f.volunteer_id, f.made_at, f.deadline from offer f
                where f.county_id = :county and f.order_id = :order and f.state = 'OPEN' and f.volunteer_id is not null
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) -> new OpenQuestion(
                        new PersonId(row.getObject("volunteer_id", UUID.class)),
                        DbTime.read(row, "made_at"),
                        DbTime.read(row, "deadline")))
                .list();
    }
}
