package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an account is signed in. Whoever ends a stay ends its session in the database with it. */
@Component
public class Stays {

    /** More than anybody has devices. */
    private static final int SHOWN = 50;

    /** By way of the account, since that is how stays are found. */
    private static final String ACCOUNT = "select account_id from person where county_id = :county and id = :person";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Transactions transactions;
    private final InstantSource clock;

    Stays(JdbcClient jdbc, Policies policies, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    StayId begin(SignedIn who, String session, Device device, Visit visit) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into stay (id, account_id, county_id, person_id, session_id, staff, device, network,
                          began_at, seen_at, proven_at)
                        values (:id, :account, :county, :person, :session, :staff, :device, :network, :now, :now, :now)
                        """)
                .param("id", id)
                .param("account", who.account().value())
                .param("county", who.countyId())
                .param("person", who.person().value())
                .param("session", session)
                .param("staff", who.staffProven())
                .param("device", device.code())
                .param("network", visit.coarse())
                .param("now", DbTime.of(clock.instant()))
                .update();
        return new StayId(id);
    }

    /** The one of this very request; null where nobody is signed in by a session. */
    public static @Nullable StayId here(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(StayWatch.STAY) instanceof StayId stay ? stay : null;
    }

    /** All of an account that hold still, the latest used first. */
    public List<Stay> of(AccountId account) {
        var now = clock.instant();
        Map<CountyId, StayLimits> limits = new HashMap<>();
        return jdbc.sql("""
                        select * from stay where account_id = :account and ended_at is null
                        order by seen_at desc limit :most
                        """).param("account", account.value()).param("most", SHOWN).query(Stays::stay).list().stream()
                .filter(stay -> limits.computeIfAbsent(stay.county(), county -> StayLimits.of(policies.of(county)))
                        .over(stay, now)
                        .isEmpty())
                .toList();
    }

    static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                new StayId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new CountyId(row.getLong("county_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBoolean("staff"),
                Device.ofCode(row.getString("device")),
                row.getString("network"),
                DbTime.read(row, "began_at"),
                DbTime.read(row, "seen_at"),
                DbTime.read(row, "proven_at"));
    }

    /** One of the owner's own; of two who end it at once one did. */
    public Outcome<StayId> end(AccountId owner, StayId stay) {
        return transactions.write(() ->
                end("id = :id and account_id = :account", Ending.BY_OWNER, Map.of("id", stay, "account", owner)) == 1
                        ? Outcome.done(stay)
                        : Outcome.refused("stay.ended_already"));
    }

    /** All of the owner's but the one at hand. */
    public Outcome<Integer> endOthers(AccountId owner, StayId here) {
        return transactions.write(() -> Outcome.done(
                end("account_id = :account and id <> :id", Ending.BY_OWNER, Map.of("id", here, "account", owner))));
    }

    /** As {@link #endOthers}, for another reason; within the caller's transaction. */
    void endAllBut(StayId here, AccountId account, Ending why) {
        end("account_id = :account and id <> :id", why, Map.of("id", here, "account", account));
    }

    /** Within the caller's transaction. */
    void endAll(AccountId account, Ending why) {
        end("account_id = :account", why, Map.of("account", account));
        // And whoever is still on the way in.
        jdbc.sql("delete from spring_session where principal_name = :account")
                .param("account", account.value().toString())
                .update();
    }

    /**
     * Somebody's in one county, as staff and otherwise; whether the one who asks may do so is the caller's decision.
     */
    public Outcome<Integer> endOf(CountyId county, PersonId person, Ending why) {
        return transactions.write(() -> Outcome.done(end(
                "county_id = :county and person_id = :person and account_id in (%s)".formatted(ACCOUNT),
                why,
                Map.of("county", county, "person", person))));
    }

    /** As {@link #endOf}, where they signed in as staff. */
    public Outcome<Integer> endAsStaff(CountyId county, PersonId person, Ending why) {
        return transactions.write(() -> Outcome.done(end(
                "county_id = :county and person_id = :person and staff and account_id in (%s)".formatted(ACCOUNT),
                why,
                Map.of("county", county, "person", person))));
    }

    void end(StayId stay, Ending why) {
        end("id = :id", why, Map.of("id", stay));
    }

    private int end(String which, Ending why, Map<String, Object> ids) {
        var statement = jdbc.sql("""
                with ended as (
                  update stay set ended_at = :now, ended_why = :why where ended_at is null and %s returning session_id),
                gone as (delete from spring_session where session_id in (select session_id from ended))
                select count(*) from ended
                """.formatted(which))
                .param("now", DbTime.of(clock.instant()))
                .param("why", why.name());
        for (var id : ids.entrySet()) {
            statement = statement.param(id.getKey(), value(id.getValue()));
        }
        return statement.query(Integer.class).single();
    }

    private static Object value(Object id) {
        return switch (id) {
            case StayId(var value) -> value;
            case AccountId(var value) -> value;
            case PersonId(var value) -> value;
            case CountyId county -> county.value();
            default -> throw new IllegalArgumentException("no id: " + id);
        };
    }
}
