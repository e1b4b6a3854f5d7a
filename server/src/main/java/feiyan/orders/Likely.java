package feiyan.orders;

import feiyan.accounts.Phone;
import feiyan.menu.ProjectId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** Orders that are likely the same need as one that is about to be sent. */
@Service
public class Likely {

    /** Whoever has more of them open needs no fourth to see it. */
    private static final int MOST = 3;

    private static final int LOOKED_AT = 2 * MOST;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final OrderBook book;
    private final Policies policies;
    private final InstantSource time;

    Likely(JdbcClient jdbc, FieldCipher cipher, OrderBook book, Policies policies, InstantSource time) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.book = book;
        this.policies = policies;
        this.time = time;
    }

    /**
     * The same project, asked for by the same person or for the same telephone, not over, of the last days
     * ({@link Policy#LIKELY_DAYS}). Only what the person may see anyway: whether somebody else has ordered for that
     * home is nobody's business.
     */
    public List<OrderView> asked(Actor actor, ProjectId project, String phone) {
        // a handful of look-ups: the table of who sees what decides, not this query
        return candidates(actor, project, phone).stream()
                .map(id -> book.find(actor, id))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private List<OrderId> candidates(Actor actor, ProjectId project, String phone) {
        var days = policies.of(actor.county()).get(Policy.LIKELY_DAYS);
        return bound(actor, project, phone)
                .param("since", DbTime.of(time.instant().minus(Duration.ofDays(days))))
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    private StatementSpec bound(Actor actor, ProjectId project, String phone) {
        return jdbc.sql("""
                select like_it.id from (
                  select o.id from service_order o
                  where o.county_id = :county and o.requester_id = :person and o.project_id = :project
                    and o.placed_at > :since and o.state not in ('CLOSED', 'REFUSED', 'CANCELLED')
                  union
                  select o.id from order_words w join service_order o on o.county_id = :county and o.id = w.order_id
                  where w.county_id = :county and w.phone_key = :phone and o.project_id = :project
                    and o.placed_at > :since and o.state not in ('CLOSED', 'REFUSED', 'CANCELLED')) like_it
                order by like_it.id desc limit :most
                """)
                .param("county", actor.county().value())
                .param("project", project.value())
                .param("person", actor.person().value())
                .param("phone", phoneKey(cipher, phone), Types.BINARY)
                .param("most", LOOKED_AT);
    }

    /** In one spelling; null for what is no telephone number. */
    static byte @Nullable [] phoneKey(FieldCipher cipher, String typed) {
        return Phone.parse(typed) instanceof Outcome.Done<Phone>(var phone) ? phoneKey(cipher, phone) : null;
    }

    static byte[] phoneKey(FieldCipher cipher, Phone phone) {
        return cipher.fingerprint("order.phone", phone.digits());
    }
}
