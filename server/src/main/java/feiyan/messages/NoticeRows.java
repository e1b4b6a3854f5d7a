package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.orders.OrderId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.OutboxRow;
import java.sql.Types;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what people are told, in the transaction in which the outbox row is done. */
@Repository
class NoticeRows {

    /** What is told, about which order, and if so which of its offers. */
    record Content(
            NoticeKind kind,
            OrderId order,
            @Nullable OfferId offer,
            @Nullable String reason) {

        static Content of(NoticeKind kind, OrderId order, @Nullable String reason) {
            return new Content(kind, order, null, reason);
        }
    }

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tell(OutboxRow why, Content content, Collection<PersonId> people) {
        jdbc.sql("""
                insert into notice (county_id, id, person_id, outbox_id, kind, order_id, offer_id, reason, at)
                select :county, told.id, told.person_id, :outbox, :kind, :order, :offer, :reason, :at
                from unnest(:ids::uuid[], :people::uuid[]) as told (id, person_id)
                on conflict (county_id, outbox_id, person_id, kind, order_id) do nothing
                """)
                .param("county", why.county().value())
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("outbox", why.id())
                .param("kind", content.kind().code())
                .param("order", content.order().value())
                .param("offer", content.offer() == null ? null : content.offer().value(), Types.OTHER)
                .param("reason", content.reason(), Types.VARCHAR)
                .param("at", DbTime.of(why.at()))
                .update();
    }
}
