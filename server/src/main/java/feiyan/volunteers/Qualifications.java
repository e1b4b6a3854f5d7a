package feiyan.volunteers;

import static java.time.ZoneOffset.UTC;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certificates: the volunteer claims one, the staff see the proof and check it. */
@Component
public class Qualifications {

    private final JdbcClient db;
    private final VolunteerNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    Qualifications(JdbcClient db, VolunteerNews news, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Claimed by the holder; whoever may check it may also write it down for them. */
    public Outcome<UUID> claim(Actor actor, PersonId holder, String kind, @Nullable LocalDate validUntil) {
        return transactions.write(() -> {
            var id = Ids.next();
            int written = db.sql("""
                    insert into qualification (county_id, id, person_id, kind, valid_until)
                    select v.county_id, :id, v.person_id, :kind, :until::date from volunteer v
                    where v.county_id = :county and v.person_id = :holder
                      and (v.person_id = :actor or exists (
                        select from unit_within w
                        where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = any(:units)))
                    """)
                    .param("id", id)
                    .param("kind", kind)
                    .param("until", validUntil)
                    .param("county", actor.county().value())
                    .param("holder", holder.value())
                    .param("actor", actor.person().value())
                    .param("units", actor.unitsAs(UnitReach.KEEPERS))
                    .update();
            return written == 1 ? Outcome.done(id) : Outcome.refused("volunteer.not_yours");
        });
    }

    /** The proof was seen. Nobody checks their own. */
    public Outcome<UUID> check(Actor actor, UUID qualification) {
        return transactions.write(() -> {
            var holder = db.sql("""
                    update qualification q set checked_by = :actor, checked_at = :now
                    where q.county_id = :county and q.id = :id and q.checked_at is null and q.person_id <> :actor
                      and exists (
                        select from volunteer v join unit_within w on w.county_id = :county and w.unit_id = v.unit_id
                        where v.county_id = :county and v.person_id = q.person_id and w.ancestor_id = any(:units))
                    returning q.person_id
                    """)
                    .param("actor", actor.person().value())
                    .param("now", clock.instant().atOffset(UTC))
                    .param("county", actor.county().value())
                    .param("id", qualification)
                    .param("units", actor.unitsAs(UnitReach.KEEPERS))
                    .query(UUID.class)
                    .optional();
            holder.ifPresent(id -> news.changed(actor.county(), new PersonId(id)));
            return holder.isPresent() ? Outcome.done(qualification) : Outcome.refused("qualification.not_yours");
        });
    }

    public List<Qualification> of(CountyId county, PersonId holder) {
        return db.sql("""
                select q.id, q.person_id, q.kind, q.valid_until, q.checked_by from qualification q
                where q.county_id = :county and q.person_id = :holder order by q.kind, q.id
                """)
                .param("county", county.value())
                .param("holder", holder.value())
                .query((row, number) -> qualification(row))
                .list();
    }

    private static Qualification qualification(ResultSet row) throws SQLException {
        var checkedBy = row.getObject("checked_by", UUID.class);
        return new Qualification(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("kind"),
                row.getObject("valid_until", LocalDate.class),
                checkedBy == null ? null : new PersonId(checkedBy));
    }
}
