package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often people were asked of late. Whatever asks by itself keeps to what a county thinks enough for a week; a
 * dispatcher who sees it may ask all the same.
 */
@Repository
class AskedLately {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient db;
    private final Policies policies;

    AskedLately(JdbcClient db, Policies policies) {
        this.db = db;
        this.policies = policies;
    }

    /** The questions of the seven days before a moment; a seat that somebody took by themselves was none. */
    Lately of(CountyId county, Collection<PersonId> people, Instant now) {
        var questions = new HashMap<PersonId, Questions>();
        db.sql("""
                select f.volunteer_id, count(*) as often, max(f.made_at) as last
                from offer f
                join offer_event m on m.county_id = :county and m.offer_id = f.id and m.version = 1
                where f.county_id = :county and f.volunteer_id = any(:people) and f.made_at > :since
                  and m.actor_id <> f.volunteer_id
                group by f.volunteer_id
                """)
                .param("county", county.value())
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("since", DbTime.of(now.minus(WEEK)))
                .query(row -> {
                    questions.put(
                            new PersonId(row.getObject("volunteer_id", UUID.class)),
                            new Questions(row.getInt("often"), DbTime.read(row, "last")));
                });
        return new Lately(questions, policies.of(county).get(Policy.OFFERS_A_WEEK));
    }

    private record Questions(int often, Instant last) {}

    /** @param enough so many questions in a week are */
    record Lately(Map<PersonId, Questions> questions, int enough) {

        boolean enoughFor(PersonId person) {
            var asked = questions.get(person);
            return asked != null && asked.often() >= enough;
        }

        /** The beginning of time for who was not asked. */
        Instant last(PersonId person) {
            var asked = questions.get(person);
            return asked == null ? Instant.EPOCH : asked.last();
        }
    }
}
