package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.web.api.Bearer;
import feiyan.web.api.Bearers;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a token is: found by its handle, proven by its secret, each time anew. */
@Component
class TokenBearers implements Bearers {

    /** The owner wants to know whether a token is still in use, not each second of it. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final BearerFacts facts;
    private final String find;
    private final TokenUse use;
    private final StaffNetworks networks;
    private final HttpServletRequest request;
    private final InstantSource clock;

    TokenBearers(
            JdbcClient jdbc,
            BearerFacts facts,
            TokenUse use,
            StaffNetworks networks,
            HttpServletRequest request,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.find = sql(facts.sql());
        this.use = use;
        this.networks = networks;
        this.request = request;
        this.clock = clock;
    }

    /** Over with its own end, with its owner, and with a new password. */
    private static String sql(String facts) {
        return """
            select t.id, t.person_id, p.account_id, encode(t.secret_hash, 'hex') as hash, t.scopes, t.as_staff, t.used_at,
              %s as facts
            from api_token t
            join person p on p.county_id = t.county_id and p.id = t.person_id
            join account a on a.id = p.account_id
            where t.county_id = :county and p.county_id = :county and t.handle = :handle
              and t.ended_at is null and t.expires_at > :now and p.erased_at is null
              and (a.tokens_ended_at is null or a.tokens_ended_at < t.made_at)
            """.formatted(facts);
    }

    private record Known(
            UUID id,
            UUID person,
            UUID account,
            String hash,
            Set<String> scopes,
            boolean asStaff,
            @Nullable Instant usedAt,
            List<String> facts) {}

    @Override
    public Optional<Bearer> of(String token) {
        return TokenText.parse(token).flatMap(this::proven);
    }

    private Optional<Bearer> proven(TokenText text) {
        var now = clock.instant();
        return find(text, now)
                .filter(known -> text.isProvenBy(known.hash))
                .map(known -> bearer(text.county(), known, now));
    }

    private Optional<Known> find(TokenText text, Instant now) {
        return jdbc.sql(find)
                .param("county", text.county().value())
                .param("handle", text.handle())
                .param("now", DbTime.of(now))
                .query(TokenBearers::known)
                .optional();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("hash"),
                ApiTokenRows.scopes(row),
                row.getBoolean("as_staff"),
                DbTime.readNullable(row, "used_at"),
                List.of((String[]) row.getArray("facts").getArray()));
    }

    private Bearer bearer(CountyId county, Known known, Instant now) {
        if (known.usedAt == null || known.usedAt.plus(NOTED_EVERY).isBefore(now)) {
            use.note(county, known.id, now);
        }
        // Outside their networks staff are the residents that they are, too; by a token as by a session.
        var asStaff = known.asStaff && networks.allow(county, request.getRemoteAddr());
        var somebody = new SignedIn(new AccountId(known.account), county.value(), new PersonId(known.person), asStaff);
        facts.found(somebody, known.facts);
        return new Bearer(somebody, county, known.id, known.person, known.scopes);
    }
}
