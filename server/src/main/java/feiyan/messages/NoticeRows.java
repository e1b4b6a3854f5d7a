package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.orders.OrderId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** What is told, about which order, and if so which of its offers or since when a seat was kept. */
    record Content(
            NoticeKind kind,
            OrderId order,
            @Nullable OfferId offer,
            @Nullable Instant begins,
            @Nullable String reason) {

        static Content of(NoticeKind kind, OrderId order, @Nullable String reason) {
            return new Content(kind, order, null, null, reason);
        }
    }

    /** A notice that is new, and whose it is. */
    record Told(NoticeId notice, PersonId person) {}

    /** What is told later than this, after a long stand-still, stands in the app and disturbs nobody any more. */
    static final Duration NEWS = Duration.ofHours(36);

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
        return jdbc.sql("""
                insert into notice (county_id, id, person_id, outbox_id, kind, order_id, offer_id, begins, reason, at)
                select :county, told.id, told.person_id, :outbox, :kind, :order, :offer, :begins, :reason, :at
                from unnest(:ids::uuid[], :people::uuid[]) as told (id, person_id)
                on conflict (county_id, outbox_id, person_id, kind, order_id) do nothing
                returning id, person_id
                """)
                .param("county", why.county().value())
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("outbox", why.id())
                .param("kind", content.kind().code())
                .param("order", content.order().value())
                .param("offer", content.offer() == null ? null : content.offer().value(), Types.OTHER)
                .param("begins", DbTime.ofNullable(content.begins()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", content.reason(), Types.VARCHAR)
                .param("at", DbTime.of(why.at()))
                .query(NoticeRows::told)
                .list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                new NoticeId(row.getObject("id", UUID.class)), new PersonId(row.getObject("person_id", UUID.class)));
    }
}
