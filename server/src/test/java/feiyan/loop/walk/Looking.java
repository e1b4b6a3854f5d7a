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
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a walker sees before it acts, read beside the product: what it sees may be over by the time it acts. */
final class Looking {

    static final String ORDER = """
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

        boolean isLive() {
            return state.equals("OPEN") || state.equals("ACCEPTED");
        }

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
            int corrections) {

        boolean isLive() {
            return state.equals("TAKEN") || state.equals("PRESENT");
        }
    }

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

    static Facts facts(CountyId county, ResultSet row) throws SQLException {
        var from = Columns.instant(row, "agreed_from");
        return new Facts(
                county,
                new OrderId(Columns.uuid(row, "id")),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                new UnitId(Columns.uuid(row, "unit_id")),
                new UnitId(Columns.uuid(row, "station_id")),
                Columns.maybe(row, "dispatching_unit_id", UnitId::new),
                Columns.maybe(row, "requester_id", id -> id),
                Columns.uuid(row, "placed_by"),
                Channel.valueOf(row.getString("channel")),
                Columns.maybe(row, "project_id", ProjectId::new),
                row.getInt("headcount"),
                row.getInt("duration_minutes"),
                Columns.slot(row, "window_from", "window_to"),
                from == null ? null : Columns.slot(row, "agreed_from", "agreed_to"),
                Columns.maybe(row, "parent_id", OrderId::new),
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
                        new OfferId(Columns.uuid(row, "id")),
                        row.getString("state"),
                        Columns.maybe(row, "volunteer_id", PersonId::new),
                        Columns.maybe(row, "team_id", TeamId::new),
                        Columns.maybe(row, "leader_id", PersonId::new)))
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
                        new SeatId(Columns.uuid(row, "id")),
                        row.getString("state"),
                        new PersonId(Columns.uuid(row, "volunteer_id")),
                        Columns.slot(row, "starts", "ends"),
                        Columns.maybe(row, "leader_id", PersonId::new),
                        Columns.instant(row, "in_at"),
                        Columns.instant(row, "out_at"),
                        row.getInt("corrections")))
                .list();
    }

    Optional<ProposalSeen> proposal(Facts order) {
        return db.sql(
                        "select id, side, made_by from time_proposal where county_id = ? and order_id = ? and state = 'OPEN'")
                .params(order.county().value(), order.id().value())
                .query((row, number) -> new ProposalSeen(
                        new TimeProposalId(Columns.uuid(row, "id")),
                        row.getString("side"),
                        new PersonId(Columns.uuid(row, "made_by"))))
                .optional();
    }

    /** The latest about the order. */
    Optional<ComplaintSeen> complaint(Facts order) {
        return complaint(order.county(), "order_id = ?", order.id().value());
    }

    /** One that a unit has let lie beyond its time. */
    Optional<ComplaintSeen> silence(CountyId county, Instant now) {
        return complaint(
                county, "state = 'OPEN' and not to_administrator and due_at < ?", now.atOffset(ZoneOffset.UTC));
    }

    private Optional<ComplaintSeen> complaint(CountyId county, String which, Object what) {
        return db.sql(
                        "select id, version, state, by_id, unit_id, to_administrator from complaint where county_id = ? and "
                                + which + " order by id desc limit 1")
                .params(county.value(), what)
                .query((row, number) -> new ComplaintSeen(
                        new ComplaintId(Columns.uuid(row, "id")),
                        row.getInt("version"),
                        row.getString("state"),
                        new PersonId(Columns.uuid(row, "by_id")),
                        new UnitId(Columns.uuid(row, "unit_id")),
                        row.getBoolean("to_administrator")))
                .optional();
    }
}
