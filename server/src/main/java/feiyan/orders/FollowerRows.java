package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.orders.Follower.How;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents to follow: a row is withdrawn, never deleted. What is open here is what every order's query reads. */
@Repository
class FollowerRows {

    private static final String OPEN = """
            select id, parent_id, follower_id, may_order, allowed_at, allowed_how, noted_by from order_follower
            where county_id = :county and withdrawn_at is null and\s""";

    private final JdbcClient jdbc;

    FollowerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Allowed once more, it says what is allowed from now on: the older consent ends with the new one. */
    void allow(
            CountyId county,
            PersonId parent,
            PersonId follower,
            boolean mayOrder,
            How how,
            @Nullable PersonId notedBy,
            Instant now) {
        var by = notedBy == null ? parent : notedBy;
        withdraw(county, "parent_id = :one and follower_id = :other", parent.value(), follower.value(), by, now);
        jdbc.sql("""
                insert into order_follower (
                  county_id, id, parent_id, follower_id, may_order, allowed_at, allowed_how, noted_by)
                values (:county, :id, :parent, :follower, :mayOrder, :now, :how, :notedBy)
                """)
                .param("county", county.value())
                .param("id", Ids.next())
                .param("parent", parent.value())
                .param("follower", follower.value())
                .param("mayOrder", mayOrder)
                .param("now", DbTime.of(now))
                .param("how", how.name())
                .param("notedBy", notedBy == null ? null : notedBy.value())
                .update();
    }

    /** By the parent or the follower, whoever {@code person} is of the two. */
    boolean withdraw(CountyId county, FollowerId id, PersonId person, PersonId by, Instant now) {
        return withdraw(
                county, "id = :one and :other in (parent_id, follower_id)", id.value(), person.value(), by, now);
    }

    private boolean withdraw(CountyId county, String which, UUID one, UUID other, PersonId by, Instant now) {
        return jdbc.sql("""
                update order_follower set withdrawn_at = :now, withdrawn_by = :by
                where county_id = :county and withdrawn_at is null and\s""" + which)
                        .param("county", county.value())
                        .param("one", one)
                        .param("other", other)
                        .param("by", by.value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    List<Follower> ofParent(CountyId county, PersonId parent) {
        return read(county, "parent_id = :person order by id", parent);
    }

    List<Follower> ofFollower(CountyId county, PersonId follower) {
        return read(county, "follower_id = :person order by id", follower);
    }

    private List<Follower> read(CountyId county, String which, PersonId person) {
        return jdbc.sql(OPEN + which)
                .param("county", county.value())
                .param("person", person.value())
                .query(FollowerRows::follower)
                .list();
    }

    private static Follower follower(ResultSet row, int number) throws SQLException {
        var notedBy = row.getObject("noted_by", UUID.class);
        return new Follower(
                new FollowerId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("parent_id", UUID.class)),
                new PersonId(row.getObject("follower_id", UUID.class)),
                row.getBoolean("may_order"),
                DbTime.read(row, "allowed_at"),
                How.valueOf(row.getString("allowed_how")),
                notedBy == null ? null : new PersonId(notedBy));
    }
}
