package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@link OrderRows#COLUMNS} back into the types of the graph. */
final class StoredMapper {

    private StoredMapper() {}

    static Stored map(ResultSet row, int number) throws SQLException {
        var requester = uuid(row, "requester_id");
        return new Stored(
                order(row),
                row.getString("number"),
                new UnitId(row.getObject("station_id", UUID.class)),
                person(requester),
                new PersonId(row.getObject("placed_by", UUID.class)),
                new Slot(instant(row, "window_from"), instant(row, "window_to")),
                row.getInt("duration_minutes"),
                row.getBoolean("urgent"),
                row.getBoolean("confidential"),
                row.getBoolean("remote"),
                Channel.valueOf(row.getString("channel")),
                instant(row, "placed_at"),
                optional(row, "due_at"),
                optional(row, "agreed_from") == null ? null : agreed(row),
                onBehalf(row.getString("consent")),
                person(uuid(row, "named_id")),
                relations(row));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable OnBehalf onBehalf(@Nullable String consent) {
        return consent == null ? null : OnBehalf.valueOf(consent);
    }

    private static Order order(ResultSet row) throws SQLException {
        var facts = facts(row);
        return switch (State.valueOf(row.getString("state"))) {
            case NEW -> throw new IllegalStateException("no row is NEW");
            case SUBMITTED -> new Order.Submitted(facts);
            case RETURNED -> new Order.Returned(facts);
            case APPROVED -> new Order.Approved(facts);
            case OFFERED -> new Order.Offered(facts);
            case ACCEPTED -> new Order.Accepted(facts, agreed(row));
            case IN_SERVICE -> new Order.InService(facts, agreed(row));
            case SERVED -> new Order.Served(facts);
            case CLOSED -> new Order.Closed(facts);
            case MERGED -> new Order.Merged(facts);
            case REFUSED -> new Order.Refused(facts);
            case CANCELLED -> new Order.Cancelled(facts);
        };
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        var dispatching = uuid(row, "dispatching_unit_id");
        var project = uuid(row, "project_id");
        var parent = uuid(row, "parent_id");
        return new OrderFacts(
                new CountyId(row.getLong("county_id")),
                new OrderId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                dispatching == null ? null : new UnitId(dispatching),
                project == null ? null : new ProjectId(project),
                row.getInt("headcount"),
                parent == null ? null : new OrderId(parent),
                row.getInt("reopened"),
                row.getBoolean("rated"));
    }

    private static Set<Relation> relations(ResultSet row) throws SQLException {
        var relations = EnumSet.noneOf(Relation.class);
        for (var name : (String[]) row.getArray("relations").getArray()) {
            relations.add(Relation.valueOf(name));
        }
        return relations;
    }

    private static Slot agreed(ResultSet row) throws SQLException {
        return new Slot(instant(row, "agreed_from"), instant(row, "agreed_to"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
