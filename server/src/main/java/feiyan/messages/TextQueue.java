package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The text messages that wait to leave. A worker claims all that is due to one person in a transaction of its own, then
 * sends, then says how it ended: no row is locked while a slow provider thinks, and no two workers ever have the same
 * row. A worker that dies in between leaves a claim that runs out; then the row is sent again, so that a message is
 * sent at least once, and twice only if the power fails in the moment between.
 */
@Repository
class TextQueue {

    /** Longer than any provider takes to answer. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Transactions transactions;

    TextQueue(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    record Planned(NoticeId notice, PersonId person, Instant due, boolean pierces, boolean held) {

        Planned noLaterThan(@Nullable Instant leaving) {
            return leaving == null || due.isBefore(leaving)
                    ? this
                    : new Planned(notice, person, leaving, pierces, held);
        }

        String dueText() {
            return due.toString();
        }
    }

    /** One that is ours for now. */
    record Claimed(UUID id, NoticeId notice, boolean pierces, boolean held, int attempts) {}

    /** How it ended. */
    enum Ending {
        SENT,
        READ_IN_APP,
        TOO_LATE,
        NO_MOBILE,
        GIVEN_UP
    }

    void add(CountyId county, List<Planned> planned) {
        jdbc.sql("""
                insert into text_message (county_id, id, person_id, notice_id, due_at, pierces, held)
                select :county, id, person_id, notice_id, due_at, pierces, held
                from unnest(:ids::uuid[], :people::uuid[], :notices::uuid[], :dues::text[]::timestamptz[],
                  :pierces::boolean[], :held::boolean[]) as planned (id, person_id, notice_id, due_at, pierces, held)
                on conflict (county_id, notice_id) do nothing
                """)
                .param("county", county.value())
                .param("ids", ids(planned, each -> Ids.next()))
                .param("people", ids(planned, each -> each.person().value()))
                .param("notices", ids(planned, each -> each.notice().value()))
                // The driver knows no array of times.
                .param("dues", planned.stream().map(Planned::dueText).toArray(String[]::new))
                .param("pierces", planned.stream().map(Planned::pierces).toArray(Boolean[]::new))
                .param("held", planned.stream().map(Planned::held).toArray(Boolean[]::new))
                .update();
    }

    /** When what waits for each of them leaves next, where something does. */
    Map<PersonId, Instant> leaving(CountyId county, Collection<PersonId> people, Instant now) {
        var leaving = new HashMap<PersonId, Instant>();
        jdbc.sql("""
                select t.person_id, min(t.due_at) as due from text_message t
                where t.county_id = :county and t.person_id = any(:people) and t.outcome is null and t.held
                  and t.due_at > :now
                group by t.person_id
                """)
                .param("county", county.value())
                .param("people", ids(people, PersonId::value))
                .param("now", DbTime.of(now))
                .query(row -> {
                    leaving.put(new PersonId(row.getObject("person_id", UUID.class)), DbTime.read(row, "due"));
                });
        return leaving;
    }

    /** Whoever has something due that nobody is about to send. */
    List<PersonId> dueTo(CountyId county, Instant now, int atMost) {
        return jdbc.sql("""
                select person_id from text_message
                where county_id = :county and outcome is null and due_at <= :now
                  and (claimed_until is null or claimed_until <= :now)
                group by person_id order by min(due_at), person_id limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", atMost)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Locked in one order, so that of two workers the second waits a moment and finds nothing left. */
    List<Claimed> claim(CountyId county, PersonId person, Instant now) {
        return transactions
                .write(() -> Outcome.done(jdbc.sql("""
                        with due as (
                          select id from text_message
                          where county_id = :county and person_id = :person and outcome is null and due_at <= :now
                            and (claimed_until is null or claimed_until <= :now)
                          order by id for update)
                        update text_message t set claimed_until = :until, attempts = t.attempts + 1
                        from due where t.county_id = :county and t.id = due.id
                        returning t.id, t.notice_id, t.pierces, t.held, t.attempts
                        """)
                        .param("county", county.value())
                        .param("person", person.value())
                        .param("now", DbTime.of(now))
                        .param("until", DbTime.of(now.plus(CLAIM)))
                        .query(TextQueue::claimed)
                        .list()))
                .orThrow();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                new NoticeId(row.getObject("notice_id", UUID.class)),
                row.getBoolean("pierces"),
                row.getBoolean("held"),
                row.getInt("attempts"));
    }

    void end(CountyId county, Collection<Claimed> claimed, Ending how, Instant now) {
        jdbc.sql("""
                update text_message set outcome = :how, ended_at = :now, claimed_until = null
                where county_id = :county and id = any(:ids) and outcome is null
                """)
                .param("county", county.value())
                .param("ids", ids(claimed, Claimed::id))
                .param("how", how.name())
                .param("now", DbTime.of(now))
                .update();
    }

    void postpone(CountyId county, Collection<Claimed> claimed, Instant until) {
        jdbc.sql("""
                update text_message set due_at = :until, claimed_until = null
                where county_id = :county and id = any(:ids) and outcome is null
                """)
                .param("county", county.value())
                .param("ids", ids(claimed, Claimed::id))
                .param("until", DbTime.of(until))
                .update();
    }

    private static <T> UUID[] ids(Collection<T> all, Function<T, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }
}
