package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tokens, and beside each change its event. */
@Repository
class ApiTokenRows {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    ApiTokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockOwner(SignedIn owner) {
        jdbc.sql("select id from person where county_id = :county and id = :person for update")
                .param("county", owner.countyId())
                .param("person", owner.person().value())
                .query(UUID.class)
                .single();
    }

    int open(SignedIn owner, Instant now) {
        return jdbc.sql("""
                select count(*) from api_token
                where county_id = :county and person_id = :person and ended_at is null and expires_at > :now
                """)
                .param("county", owner.countyId())
                .param("person", owner.person().value())
                .param("now", DbTime.of(now))
                .query(Integer.class)
                .single();
    }

    void insert(SignedIn owner, MadeToken token, String purpose, Set<String> scopes, Instant now) {
        var text = TokenText.parse(token.text()).orElseThrow();
        jdbc.sql("""
                with made as (
                  insert into api_token (county_id, id, person_id, handle, secret_hash, purpose, scopes, as_staff,
                    made_at, expires_at)
                  values (:county, :id, :person, :handle, :hash, :purpose, :scopes, :staff, :now, :expires)
                  returning county_id, id, person_id, made_at)
                insert into api_token_event (county_id, id, token_id, kind, by_id, at)
                select county_id, :event, id, 'made', person_id, made_at from made
                """)
                .param("county", owner.countyId())
                .param("id", token.id().value())
                .param("person", owner.person().value())
                .param("handle", text.handle())
                .param("hash", text.hash())
                .param("purpose", purpose)
                .param("scopes", scopes.toArray(String[]::new))
                .param("staff", owner.staffProven())
                .param("now", DbTime.of(now))
                .param("expires", DbTime.of(token.expiresAt()))
                .param("event", Ids.next())
                .update();
    }

    List<ApiToken> of(SignedIn owner, Instant now) {
        return jdbc.sql("""
                select t.id, t.handle, t.purpose, t.scopes, t.as_staff, t.made_at, t.expires_at, t.used_at,
                  coalesce(t.ended_why, case when a.tokens_ended_at >= t.made_at then 'password' end) as why,
                  t.ended_at is not null or t.expires_at <= :now or coalesce(a.tokens_ended_at >= t.made_at, false)
                    as over
                from api_token t join account a on a.id = :account
                where t.county_id = :county and t.person_id = :person
                order by t.id desc limit :shown
                """)
                .param("county", owner.countyId())
                .param("person", owner.person().value())
                .param("account", owner.account().value())
                .param("now", DbTime.of(now))
                .param("shown", SHOWN)
                .query(ApiTokenRows::token)
                .list();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                new ApiTokenId(row.getObject("id", UUID.class)),
                row.getString("handle"),
                row.getString("purpose"),
                scopes(row),
                row.getBoolean("as_staff"),
                DbTime.read(row, "made_at"),
                DbTime.read(row, "expires_at"),
                DbTime.readNullable(row, "used_at"),
                row.getBoolean("over"),
                row.getString("why"));
    }

    static Set<String> scopes(ResultSet row) throws SQLException {
        return new HashSet<>(Arrays.asList((String[]) row.getArray("scopes").getArray()));
    }

    /** False where it is over already, or not the person's. */
    boolean end(CountyId county, PersonId person, ApiTokenId token, String why, PersonId by, Instant now) {
        return ended(county, person, token, false, why, by, now) == 1;
    }

    void endAll(CountyId county, PersonId person, boolean onlyStaff, String why, PersonId by, Instant now) {
        ended(county, person, null, onlyStaff, why, by, now);
    }

    private int ended(
            CountyId county,
            PersonId person,
            @Nullable ApiTokenId token,
            boolean onlyStaff,
            String why,
            PersonId by,
            Instant now) {
        var ended = jdbc.sql("""
                update api_token set ended_at = :now, ended_why = :why
                where county_id = :county and person_id = :person and ended_at is null
                  and (:token::uuid is null or id = :token::uuid) and (as_staff or not :onlyStaff)
                returning id
                """)
                .param("now", DbTime.of(now))
                .param("why", why)
                .param("county", county.value())
                .param("person", person.value())
                .param("token", token == null ? null : token.value())
                .param("onlyStaff", onlyStaff)
                .query(UUID.class)
                .list();
        ended.forEach(each -> event(county, each, why, by, now));
        return ended.size();
    }

    private void event(CountyId county, UUID token, String why, PersonId by, Instant now) {
        jdbc.sql("""
                insert into api_token_event (county_id, id, token_id, kind, why, by_id, at)
                values (:county, :id, :token, 'ended', :why, :by, :now)
                """)
                .param("county", county.value())
                .param("id", Ids.next())
                .param("token", token)
                .param("why", why)
                .param("by", by.value())
                .param("now", DbTime.of(now))
                .update();
    }
}
