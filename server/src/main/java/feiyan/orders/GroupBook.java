package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Groups and their children, for the units that have them on their desks and for nobody else: the households of a group
 * never learn of each other. Confidential orders are in none of it.
 */
@Service
public class GroupBook {

    private static final int ON_ONE_PAGE = 100;

    private static final String CHILD = """
            select o.id, o.version, o.number, o.state, o.parent_id, o.project_id, o.unit_id, o.station_id,
              o.window_from, o.window_to, o.duration_minutes, t.recipient_name
            from service_order o
            left join order_words t on t.county_id = o.county_id and t.order_id = o.id and t.county_id = :county
            where o.county_id = :county and not o.confidential and o.channel <> 'GROUP' and
            """;

    private final JdbcClient jdbc;
    private final OrderWords words;

    GroupBook(JdbcClient jdbc, OrderWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** The groups of the subtree that can still take somebody in, the next to take place first. */
    public List<OpenGroup> open(Actor actor) {
        return groups(actor, "o.state in ('APPROVED', 'OFFERED', 'ACCEPTED')", new UUID(0, 0));
    }

    /** One group at any stage; empty where it is not on this desk. */
    public Optional<OpenGroup> find(Actor actor, OrderId group) {
        return groups(actor, "o.id = :id", group.value()).stream().findFirst();
    }

    private List<OpenGroup> groups(Actor actor, String which, UUID id) {
        return jdbc.sql("""
                select o.id, o.number, o.state, o.project_id, o.unit_id, o.window_from, o.window_to,
                  o.agreed_from, o.agreed_to, (
                    select count(*) from service_order c
                    where c.county_id = :county and c.parent_id = o.id) as children
                from service_order o
                where o.county_id = :county and o.channel = 'GROUP' and :id::uuid is not null and
                """ + which + " and " + Inbox.MINE + " order by o.window_from, o.id limit :most")
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("id", id)
                .param("most", ON_ONE_PAGE)
                .query(GroupBook::group)
                .list();
    }

    private static OpenGroup group(ResultSet row, int number) throws SQLException {
        var agreed = DbTime.readNullable(row, "agreed_from");
        return new OpenGroup(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new Slot(DbTime.read(row, "window_from"), DbTime.read(row, "window_to")),
                agreed == null ? null : new Slot(agreed, DbTime.read(row, "agreed_to")),
                row.getInt("children"));
    }

    public List<GroupChild> children(Actor actor, OrderId group) {
        return found(actor, "o.parent_id = :parent and :ids::uuid[] is not null", List.of(), group);
    }

    /** Of those marked the ones that the actor may put together, the most pressing first. */
    public List<GroupChild> marked(Actor actor, Collection<OrderId> orders) {
        return found(
                actor,
                "o.id = any(:ids) and o.state in ('SUBMITTED', 'APPROVED') and :parent::uuid is null",
                orders,
                null);
    }

    /** The child itself, with the group it is in; empty where it is none, or not on this desk. */
    public Optional<GroupChild> child(Actor actor, OrderId order) {
        return found(actor, "o.id = any(:ids) and o.state = 'MERGED' and :parent::uuid is null", List.of(order), null)
                .stream()
                .findFirst();
    }

    private List<GroupChild> found(Actor actor, String which, Collection<OrderId> ids, @Nullable OrderId parent) {
        return jdbc.sql(CHILD + which + " and " + Inbox.MINE + " order by o.due_at nulls last, o.id limit :most")
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("ids", ids.stream().map(OrderId::value).toArray(UUID[]::new))
                .param("parent", parent == null ? null : parent.value())
                .param("most", ON_ONE_PAGE)
                .query((row, number) -> child(actor, row))
                .list();
    }

    private GroupChild child(Actor actor, ResultSet row) throws SQLException {
        var id = new OrderId(row.getObject("id", UUID.class));
        var parent = row.getObject("parent_id", UUID.class);
        var project = row.getObject("project_id", UUID.class);
        return new GroupChild(
                id,
                row.getInt("version"),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                parent == null ? null : new OrderId(parent),
                project == null ? null : new ProjectId(project),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new UnitId(row.getObject("station_id", UUID.class)),
                new Slot(DbTime.read(row, "window_from"), DbTime.read(row, "window_to")),
                row.getInt("duration_minutes"),
                words.open(actor.county(), "recipient_name", id, row.getBytes("recipient_name")));
    }
}
