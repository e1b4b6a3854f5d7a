package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes what people are told, in the transaction in which the outbox row is done; and with it who rings their bell and
 * whether a text message follows.
 */
@Repository
class NoticeRows {

    /** For each instance: this person has something new. The subject is the person. */
    static final String TOLD = "notice.told";

    /** A notice that is new, and whose it is. */
    record Told(NoticeId notice, PersonId person) {}

    /** What is told later than this, after a long stand-still, stands in the app and disturbs nobody any more. */
    static final Duration NEWS = Duration.ofHours(36);

    private static final String INSERT = """
            insert into notice (county_id, id, person_id, outbox_id, kind, order_id, offer_id, begins, reason, at,
              complaint_id, follows_id, unit_id, minutes_was, minutes_now)
            select :county, told.id, told.person_id, :outbox, :kind, :order, :offer, :begins, :reason, :at,
              :complaint, :follows, :unit, :minutesWas, :minutesNow
            from unnest(:ids::uuid[], :people::uuid[]) as told (id, person_id)
            on conflict do nothing
            returning id, person_id
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TextPlan texts;
    private final InstantSource clock;

    NoticeRows(JdbcClient jdbc, Outbox outbox, TextPlan texts, InstantSource clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    void tell(OutboxRow why, Content content, Collection<PersonId> people) {
        var told = insert(why, content, people);
        if (!told.isEmpty() && why.at().plus(NEWS).isAfter(clock.instant())) {
            told.forEach(each -> outbox.tell(why.county(), TOLD, each.person().value(), 1, why.at()));
            texts.plan(why.county(), content, told);
        }
    }

    /** Whoever was told already by the same outbox row is not among the answer. */
    private List<Told> insert(OutboxRow why, Content content, Collection<PersonId> people) {
        var minutes = content.minutes();
        return row(why, content)
                .param("minutesWas", minutes == null ? null : minutes.was(), Types.INTEGER)
                .param("minutesNow", minutes == null ? null : minutes.now(), Types.INTEGER)
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(NoticeRows::told)
                .list();
    }

    private JdbcClient.StatementSpec row(OutboxRow why, Content content) {
        return jdbc.sql(INSERT)
                .param("county", why.county().value())
                .param("outbox", why.id())
                .param("kind", content.kind().code())
                .param("order", content.order() == null ? null : content.order().value(), Types.OTHER)
                .param("offer", content.offer() == null ? null : content.offer().value(), Types.OTHER)
                .param(
                        "complaint",
                        content.complaint() == null ? null : content.complaint().value(),
                        Types.OTHER)
                .param(
                        "follows",
                        content.follows() == null ? null : content.follows().value(),
                        Types.OTHER)
                .param("unit", content.unit() == null ? null : content.unit().value(), Types.OTHER)
                .param("begins", DbTime.ofNullable(content.begins()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", content.reason(), Types.VARCHAR)
                .param("at", DbTime.of(why.at()));
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                new NoticeId(row.getObject("id", UUID.class)), new PersonId(row.getObject("person_id", UUID.class)));
    }
}
