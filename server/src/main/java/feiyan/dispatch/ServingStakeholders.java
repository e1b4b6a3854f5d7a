package feiyan.dispatch;

import static java.util.stream.Collectors.toMap;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.volunteers.Team;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom an event of an offer or a seat concerns, for whoever tells them. Asked with what the outbox holds: an id and a
 * version.
 */
@Repository
public class ServingStakeholders {

    private final JdbcClient jdbc;
    private final Teams teams;

    ServingStakeholders(JdbcClient jdbc, Teams teams) {
        this.jdbc = jdbc;
        this.teams = teams;
    }

    /**
     * Whom it concerns, and why it happened.
     *
     * @param person the volunteer, or for a team its leader at this moment
     * @param actor null where the clock or the order did it
     * @param starts the time the seat was taken for; null for an offer
     */
    public record Concerned(
            OrderId order,
            PersonId person,
            @Nullable PersonId actor,
            @Nullable Instant starts,
            @Nullable String reason) {}

    /** Empty where a team has nobody to lead it. */
    public Optional<Concerned> offer(CountyId county, OfferId offer, int version) {
        return jdbc.sql("""
                select f.order_id, f.team_id, f.volunteer_id, null::timestamptz as starts, e.actor_id, e.reason
                from offer f join offer_event e
                  on e.county_id = :county and e.offer_id = f.id and e.version = :version
                where f.county_id = :county and f.id = :offer
                """)
                .param("county", county.value())
                .param("offer", offer.value())
                .param("version", version)
                .query((row, number) -> answerer(county, row).map(person -> concerned(row, person)))
                .optional()
                .flatMap(Function.identity());
    }

    public Optional<Concerned> seat(CountyId county, SeatId seat, int version) {
        return jdbc.sql("""
                select s.order_id, s.volunteer_id, s.starts, e.actor_id, e.reason
                from seat s join seat_event e
                  on e.county_id = :county and e.seat_id = s.id and e.version = :version
                where s.county_id = :county and s.id = :seat
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .param("version", version)
                .query((row, number) -> concerned(row, new PersonId(row.getObject("volunteer_id", UUID.class))))
                .optional();
    }

    private Optional<PersonId> answerer(CountyId county, ResultSet row) throws SQLException {
        var team = row.getObject("team_id", UUID.class);
        return team == null
                ? Optional.of(new PersonId(row.getObject("volunteer_id", UUID.class)))
                : teams.find(county, new TeamId(team)).map(Team::leader);
    }

    private static Concerned concerned(ResultSet row, PersonId person) {
        try {
            var actor = row.getObject("actor_id", UUID.class);
            return new Concerned(
                    new OrderId(row.getObject("order_id", UUID.class)),
                    person,
                    actor == null ? null : new PersonId(actor),
                    DbTime.readNullable(row, "starts"),
                    row.getString("reason"));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Many offers in one query, for lists of messages. */
    public Map<OfferId, OfferHeadline> headlines(CountyId county, Collection<OfferId> offers) {
        return jdbc
                .sql("""
                select id, order_id, proposed_from, proposed_to, deadline, state = 'OPEN' as open from offer
                where county_id = :county and id = any(:offers)
                """)
                .param("county", county.value())
                .param("offers", offers.stream().map(OfferId::value).toArray(UUID[]::new))
                .query((row, number) -> new OfferHeadline(
                        new OfferId(row.getObject("id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                        DbTime.read(row, "deadline"),
                        row.getBoolean("open")))
                .list()
                .stream()
                .collect(toMap(OfferHeadline::id, Function.identity()));
    }
}
