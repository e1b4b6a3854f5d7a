package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.Answering;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How people used to answer. A question that was taken back says nothing of who was asked; a no is an answer like a
 * yes, and one that came too late is none. Nobody is asked to answer at night, so the night takes no time.
 */
@Repository
class AnswerHabits {

    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private final JdbcClient db;

    AnswerHabits(JdbcClient db) {
        this.db = db;
    }

    /** Of those who were asked at all; a seat that somebody took by themselves was no question. */
    Map<PersonId, Answering> of(CountyId county, Collection<PersonId> people, AnsweringMinutes minutes, Instant now) {
        var questions = new HashMap<PersonId, List<Question>>();
        db.sql("""
                select f.volunteer_id, f.made_at, e.command = 'accept' as yes,
                  case when e.command in ('accept', 'decline') and e.at <= f.deadline then e.at end as answered_at
                from offer f
                join offer_event m on m.county_id = :county and m.offer_id = f.id and m.version = 1
                join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 2
                where f.county_id = :county and f.volunteer_id = any(:people) and f.made_at > :since
                  and m.actor_id <> f.volunteer_id and e.command in ('accept', 'decline', 'expire')
                """)
                .param("county", county.value())
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("since", DbTime.of(now.minus(HALF_A_YEAR)))
                .query(row -> {
                    questions
                            .computeIfAbsent(
                                    new PersonId(row.getObject("volunteer_id", UUID.class)), _ -> new ArrayList<>())
                            .add(question(row, minutes));
                });
        return questions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> answering(each.getValue())));
    }

    /** @param minutes to the answer; empty where none came in time */
    private record Question(boolean yes, OptionalDouble minutes) {}

    private static Question question(ResultSet row, AnsweringMinutes minutes) throws SQLException {
        var answeredAt = DbTime.readNullable(row, "answered_at");
        var after = answeredAt == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(minutes.between(DbTime.read(row, "made_at"), answeredAt));
        return new Question(row.getBoolean("yes"), after);
    }

    private static Answering answering(List<Question> questions) {
        var minutes = questions.stream()
                .flatMapToDouble(each -> each.minutes().stream())
                .summaryStatistics();
        int yes = (int) questions.stream().filter(Question::yes).count();
        return new Answering(questions.size(), (int) minutes.getCount(), yes, minutes.getAverage());
    }
}
