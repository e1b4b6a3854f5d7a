package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requests by telephone number. A denied one looks to the asker like one that was not answered: to say no costs the
 * parent nothing, and nobody learns whose number is known.
 */
@Repository
class FollowRequests {

    /** So long a request can be answered, and so long after a no it does not come again. Ours. */
    static final Duration VALID = Duration.ofDays(30);

    private static final String PHONE = "follow_request.phone";
    private static final String ASKER = "follow_request.asker";
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    FollowRequests(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** True where it is the first in a while: whoever has the number is told of it once, however often it is asked. */
    boolean ask(CountyId county, PersonId follower, Phone parent, String asker, boolean mayOrder, Instant now) {
        if (wasDenied(county, follower, parent, now)) {
            return false;
        }
        boolean first = !wasAsked(county, follower, parent, now);
        write(county, Ids.next(), follower, parent, asker, mayOrder, now);
        return first;
    }

    private void write(
            CountyId county, UUID id, PersonId follower, Phone parent, String asker, boolean mayOrder, Instant now) {
        jdbc.sql("""
                insert into follow_request (county_id, id, follower_id, phone_key, phone, asker, may_order, asked_at)
                values (:county, :id, :follower, :key, :phone, :asker, :mayOrder, :now)
                on conflict (county_id, follower_id, phone_key) where answer is null and taken_back_at is null
                do update set asked_at = excluded.asked_at, may_order = excluded.may_order
                """)
                .param("county", county.value())
                .param("id", id)
                .param("follower", follower.value())
                .param("key", key(parent))
                .param("phone", cipher.seal(county, PHONE, id, parent.masked()))
                .param("asker", cipher.seal(county, ASKER, id, asker))
                .param("mayOrder", mayOrder)
                .param("now", DbTime.of(now))
                .update();
    }

    private boolean wasAsked(CountyId county, PersonId follower, Phone parent, Instant now) {
        return jdbc.sql("""
                select exists (
                  select 1 from follow_request
                  where county_id = :county and follower_id = :follower and phone_key = :key and asked_at > :since)
                """)
                .param("county", county.value())
                .param("follower", follower.value())
                .param("key", key(parent))
                .param("since", DbTime.of(now.minus(VALID)))
                .query(Boolean.class)
                .single();
    }

    /** A no stands for a while; to the asker it looks as if it were asked anew. */
    private boolean wasDenied(CountyId county, PersonId follower, Phone parent, Instant now) {
        return jdbc.sql("""
                update follow_request set taken_back_at = null
                where county_id = :county and follower_id = :follower and phone_key = :key
                  and answer = 'DENIED' and asked_at > :since
                """)
                        .param("county", county.value())
                        .param("follower", follower.value())
                        .param("key", key(parent))
                        .param("since", DbTime.of(now.minus(VALID)))
                        .update()
                > 0;
    }

    /** What waits for the answer of whoever has this number. */
    List<FollowRequest> to(CountyId county, Phone parent, Instant now) {
        return jdbc.sql("""
                select id, follower_id, asker as number, may_order, asked_at from follow_request
                where county_id = :county and phone_key = :key and answer is null and taken_back_at is null
                  and asked_at > :since
                order by id desc limit :most
                """)
                .param("county", county.value())
                .param("key", key(parent))
                .param("since", DbTime.of(now.minus(VALID)))
                .param("most", MOST)
                .query((row, number) -> request(county, ASKER, row))
                .list();
    }

    /** What somebody asked and has not been allowed. */
    List<FollowRequest> from(CountyId county, PersonId follower, Instant now) {
        return jdbc.sql("""
                select id, follower_id, phone as number, may_order, asked_at from follow_request
                where county_id = :county and follower_id = :follower and answer is distinct from 'ALLOWED'
                  and taken_back_at is null and asked_at > :since
                order by id desc limit :most
                """)
                .param("county", county.value())
                .param("follower", follower.value())
                .param("since", DbTime.of(now.minus(VALID)))
                .param("most", MOST)
                .query((row, number) -> request(county, PHONE, row))
                .list();
    }

    private FollowRequest request(CountyId county, String column, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new FollowRequest(
                new FollowRequestId(id),
                new PersonId(row.getObject("follower_id", UUID.class)),
                cipher.open(county, column, id, row.getBytes("number")),
                row.getBoolean("may_order"),
                DbTime.read(row, "asked_at"));
    }

    /** Answers it once; empty where it was answered or taken back already, or went to another number. */
    Optional<PersonId> answer(CountyId county, FollowRequestId id, Phone parent, String answer, Instant now) {
        return jdbc.sql("""
                update follow_request set answer = :answer, answered_at = :now
                where county_id = :county and id = :id and phone_key = :key and answer is null
                  and taken_back_at is null and asked_at > :since
                returning follower_id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("key", key(parent))
                .param("answer", answer)
                .param("now", DbTime.of(now))
                .param("since", DbTime.of(now.minus(VALID)))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    boolean takeBack(CountyId county, FollowRequestId id, PersonId follower, Instant now) {
        return jdbc.sql("""
                update follow_request set taken_back_at = :now
                where county_id = :county and id = :id and follower_id = :follower
                  and answer is distinct from 'ALLOWED' and taken_back_at is null
                """)
                        .param("county", county.value())
                        .param("id", id.value())
                        .param("follower", follower.value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    private byte[] key(Phone phone) {
        return key(cipher, phone);
    }

    static byte[] key(FieldCipher cipher, Phone phone) {
        return cipher.fingerprint("follow_request.phone", phone.digits());
    }
}
