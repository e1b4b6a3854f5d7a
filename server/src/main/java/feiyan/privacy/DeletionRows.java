package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.privacy.Deletion.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants to be forgotten: codes, ids and moments. */
@Repository
class DeletionRows {

    private static final String COLUMNS = "select d.id, d.person_id, d.reason, d.asked_by, d.asked_at, d.due_at ";

    private final JdbcClient jdbc;

    DeletionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where it is asked for already. */
    boolean insert(CountyId county, Deletion deletion) {
        return jdbc.sql("""
                        insert into deletion_request (county_id, id, person_id, reason, asked_by, asked_at, due_at)
                        values (:county, :id, :person, :reason, :by, :now, :due)
                        on conflict (county_id, person_id) where withdrawn_at is null and done_at is null do nothing
                        """)
                        .param("county", county.value())
                        .param("id", deletion.id().value())
                        .param("person", deletion.person().value())
                        .param("reason", deletion.reason().name())
                        .param("by", deletion.by().value())
                        .param("now", DbTime.of(deletion.askedAt()))
                        .param("due", DbTime.of(deletion.due()))
                        .update()
                == 1;
    }

    /** The one that can still be taken back. */
    Optional<Deletion> open(CountyId county, PersonId person) {
        return jdbc.sql(COLUMNS + """
                        from deletion_request d
                        where d.county_id = :county and d.person_id = :person
                          and d.withdrawn_at is null and d.begun_at is null
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query(DeletionRows::deletion)
                .optional();
    }

    /** What somebody asked for others, the latest first. */
    List<Deletion> openBy(CountyId county, PersonId by) {
        return jdbc.sql(COLUMNS + """
                        from deletion_request d
                        where d.county_id = :county and d.asked_by = :by and d.person_id <> :by
                          and d.withdrawn_at is null and d.begun_at is null
                        order by d.id desc limit 100
                        """)
                .param("county", county.value())
                .param("by", by.value())
                .query(DeletionRows::deletion)
                .list();
    }

    /** Once it has begun there is nothing to take back. */
    boolean withdraw(CountyId county, PersonId person, PersonId by, Instant now) {
        return jdbc.sql("""
                        update deletion_request set withdrawn_at = :now, withdrawn_by = :by
                        where county_id = :county and person_id = :person
                          and withdrawn_at is null and begun_at is null
                        """)
                        .param("county", county.value())
                        .param("person", person.value())
                        .param("by", by.value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    /** Those whose time has come, and those that were interrupted. */
    List<Deletion> due(CountyId county, Instant now, UUID after, int most) {
        return jdbc.sql(COLUMNS + """
                        from deletion_request d
                        where d.county_id = :county and d.due_at <= :now and d.withdrawn_at is null and d.done_at is null
                          and d.id > :after
                        order by d.id limit :most
                        """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("after", after)
                .param("most", most)
                .query(DeletionRows::deletion)
                .list();
    }

    /** Holds it until the transaction ends; false where it was taken back meanwhile. */
    boolean begin(CountyId county, Deletion deletion, Instant now) {
        return jdbc.sql("""
                        update deletion_request set begun_at = coalesce(begun_at, :now)
                        where county_id = :county and id = :id and withdrawn_at is null and done_at is null
                        """)
                        .param("county", county.value())
                        .param("id", deletion.id().value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    /** False where that was noted already. */
    boolean done(CountyId county, Deletion deletion, Instant now) {
        return jdbc.sql("""
                        update deletion_request set done_at = :now
                        where county_id = :county and id = :id and begun_at is not null and done_at is null
                        """)
                        .param("county", county.value())
                        .param("id", deletion.id().value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    private static Deletion deletion(ResultSet row, int number) throws SQLException {
        return new Deletion(
                new Deletion.Id(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Reason.valueOf(row.getString("reason")),
                new PersonId(row.getObject("asked_by", UUID.class)),
                DbTime.read(row, "asked_at"),
                DbTime.read(row, "due_at"));
    }
}
