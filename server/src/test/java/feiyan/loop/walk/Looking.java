package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.TimeProposalId;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.ComplaintId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a walker sees before it acts, read beside the product: what it sees may be over by the time it acts. */
final class Looking {

    private static final String ORDER = """
            select id, version, state, unit_id, station_id, dispatching_unit_id, requester_id, placed_by, channel,
              project_id, headcount, duration_minutes, window_from, window_to, agreed_from, agreed_to, parent_id,
              urgent, confidential
            from service_order where county_id = ? and\s""";

    private final JdbcClient db;

    Looking(DataSource own) {
        this.db = JdbcClient.create(own);
    }

    /** @param leader of the team that was asked, if it was a team */
    record OfferSeen(
            OfferId id,
            String state,
            @Nullable PersonId volunteer,
            @Nullable TeamId team,
            @Nullable PersonId leader) {

        @Nullable
        PersonId answerer() {
            return team == null ? volunteer : leader;
        }
    }

    /** @param in when who holds it came, put right or not */
    record SeatSeen(
            SeatId id,
            String state,
            PersonId volunteer,
            Slot time,
            @Nullable PersonId leader,
            @Nullable Instant in,
            @Nullable Instant out,
            int corrections) {}

    record ProposalSeen(TimeProposalId id, String side, PersonId by) {}

    record ComplaintSeen(
            ComplaintId id, int version, String state, PersonId by, UnitId unit, boolean toAdministrator) {}

    Optional<Facts> order(CountyId county, OrderId id) {
        return db.sql(ORDER + "id = ?")
                .params(county.value(), id.value())
                .query((row, number) -> facts(county, row))
                .optional();
    }

    List<Facts> orders(CountyId county, Collection<OrderId> ids) {
        return db.sql(ORDER + "id = any(?) order by id")
                .params(county.value(), ids.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, number) -> facts(county, row))
                .list();
    }

    private static Facts facts(CountyId county, ResultSet row) throws SQLException {
        var from = instant(row, "agreed_from");
        return new Facts(
                county,
                new OrderId(uuid(row, "id")),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                new UnitId(uuid(row, "unit_id")),
                new UnitId(uuid(row, "station_id")),
                maybe(row, "dispatching_unit_id", UnitId::new),
                maybe(row, "requester_id", id -> id),
                uuid(row, "placed_by"),
                Channel.valueOf(row.getString("channel")),
                maybe(row, "project_id", ProjectId::new),
                row.getInt("headcount"),
                row.getInt("duration_minutes"),
                slot(row, "window_from", "window_to"),
                from == null ? null : slot(row, "agreed_from", "agreed_to"),
                maybe(row, "parent_id", OrderId::new),
                row.getBoolean("urgent"),
                row.getBoolean("confidential"));
    }

    /** The live ones first. */
    List<OfferSeen> offers(Facts order) {
        return db.sql("""
                select f.id, f.state, f.volunteer_id, f.team_id, t.leader_id
                from offer f left join standing_team t on t.county_id = f.county_id and t.team_id = f.team_id
                where f.county_id = ? and f.order_id = ?
                order by (f.state in ('OPEN', 'ACCEPTED')) desc, f.id desc limit 6
                """)
                .params(order.county().value(), order.id().value())
                .query((row, number) -> new OfferSeen(
                        new OfferId(uuid(row, "id")),
                        row.getString("state"),
                        maybe(row, "volunteer_id", PersonId::new),
                        maybe(row, "team_id", TeamId::new),
                        maybe(row, "leader_id", PersonId::new)))
                .list();
    }

    /** The live ones first. */
    List<SeatSeen> seats(Facts order) {
        return db.sql("""
                select s.id, s.state, s.volunteer_id, s.starts, s.ends, t.leader_id, a.in_at, a.out_at, a.corrections
                from seat s
                join offer f on f.county_id = s.county_id and f.id = s.offer_id
                left join standing_team t on t.county_id = f.county_id and t.team_id = f.team_id
                left join attendance_now a on a.county_id = s.county_id and a.seat_id = s.id
                where s.county_id = ? and s.order_id = ?
                order by (s.state in ('TAKEN', 'PRESENT')) desc, s.id desc limit 4
                """)
                .params(order.county().value(), order.id().value())
                .query((row, number) -> new SeatSeen(
                        new SeatId(uuid(row, "id")),
                        row.getString("state"),
                        new PersonId(uuid(row, "volunteer_id")),
                        slot(row, "starts", "ends"),
                        maybe(row, "leader_id", PersonId::new),
                        instant(row, "in_at"),
                        instant(row, "out_at"),
                        row.getInt("corrections")))
                .list();
    }

    Optional<ProposalSeen> proposal(Facts order) {
        return db.sql(
                        "select id, side, made_by from time_proposal where county_id = ? and order_id = ? and state = 'OPEN'")
                .params(order.county().value(), order.id().value())
                .query((row, number) -> new ProposalSeen(
                        new TimeProposalId(uuid(row, "id")), row.getString("side"), new PersonId(uuid(row, "made_by"))))
                .optional();
    }

    /** The latest. */
    Optional<ComplaintSeen> complaint(Facts order) {
        return db.sql("""
                select id, version, state, by_id, unit_id, to_administrator from complaint
                where county_id = ? and order_id = ? order by id desc limit 1
                """)
                .params(order.county().value(), order.id().value())
                .query((row, number) -> new ComplaintSeen(
                        new ComplaintId(uuid(row, "id")),
                        row.getInt("version"),
                        row.getString("state"),
                        new PersonId(uuid(row, "by_id")),
                        new UnitId(uuid(row, "unit_id")),
                        row.getBoolean("to_administrator")))
                .optional();
    }

    /** Not over yet. */
    List<Facts> unfinished(CountyId county) {
        return db.sql(ORDER + "state not in ('CLOSED', 'REFUSED', 'CANCELLED') order by id")
                .params(county.value())
                .query((row, number) -> facts(county, row))
                .list();
    }

    record Answerable(ComplaintId id, int version, OrderId order) {}

    List<Answerable> answerable(CountyId county) {
        return db.sql("select id, version, order_id from complaint where county_id = ? and state in ('OPEN', 'RAISED')")
                .params(county.value())
                .query((row, number) -> new Answerable(
                        new ComplaintId(uuid(row, "id")), row.getInt("version"), new OrderId(uuid(row, "order_id"))))
                .list();
    }

    /**
     * After weeks without anybody: at the center what nobody reviewed, unanswered questions without a call, and
     * services whose volunteers never left are somebody's overdue work. All else the clock has ended.
     */
    Optional<OrderId> stuck() {
        return db.sql("""
                select o.id from service_order o
                join unit u on u.county_id = o.county_id and u.id = o.unit_id
                where o.state not in ('CLOSED', 'REFUSED', 'CANCELLED') and not (
                  o.due_at is not null and (
                    (o.state in ('SUBMITTED', 'APPROVED') and u.tier = 'CENTER')
                    or (o.state = 'RETURNED' and not exists (
                      select 1 from order_call c where c.county_id = o.county_id and c.order_id = o.id and c.at >= (
                        select max(e.at) from order_event e where e.county_id = o.county_id and e.order_id = o.id
                          and e.command = 'ask_back')))
                    or (o.state = 'IN_SERVICE' and exists (
                      select 1 from seat s where s.county_id = o.county_id and s.order_id = o.id
                        and s.state = 'PRESENT')))
                  or (o.state = 'MERGED' and exists (
                    select 1 from service_order p where p.county_id = o.county_id and p.id = o.parent_id
                      and p.due_at is not null)))
                limit 1
                """).query((row, number) -> new OrderId(uuid(row, "id"))).optional();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static <T> @Nullable T maybe(ResultSet row, String column, Function<UUID, T> as) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : as.apply(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Slot slot(ResultSet row, String from, String to) throws SQLException {
        return new Slot(
                row.getObject(from, OffsetDateTime.class).toInstant(),
                row.getObject(to, OffsetDateTime.class).toInstant());
    }
}
