package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.units.Invitation.InvitationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations as rows. One that can still be accepted is open: not used, not withdrawn, not too old. */
@Component
class InvitationRows {

    private static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    InvitationRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    InvitationLink add(Actor by, Post post, String name) {
        var id = new InvitationId(Ids.next());
        var token = LinkToken.next();
        var now = clock.instant();
        jdbc.sql("""
                        insert into staff_invitation
                          (county_id, id, token_hash, unit_id, role, name, made_by, made_at, expires_at)
                        values (:county, :id, :hash, :unit, :role, :name, :by, :now, :expires)""")
                .param("county", by.county().value())
                .param("id", id.value())
                .param("hash", LinkToken.hash(token))
                .param("unit", post.unit().value())
                .param("role", post.role().name())
                .param("name", name)
                .param("by", by.person().value())
                .param("now", DbTime.of(now))
                .param("expires", DbTime.of(now.plus(VALID)))
                .update();
        return new InvitationLink(id, "/invitations/" + by.county() + "/" + token, now.plus(VALID));
    }

    Optional<Invitation> open(CountyId county, String token) {
        return jdbc.sql("""
                        select * from staff_invitation
                        where county_id = :county and token_hash = :hash
                          and used_at is null and withdrawn_at is null and expires_at > :now""")
                .param("county", county.value())
                .param("hash", LinkToken.hash(token))
                .param("now", DbTime.of(clock.instant()))
                .query(Invitation::of)
                .optional();
    }

    /** Two people with one link: the row lets one pass. */
    Optional<Invitation> spend(CountyId county, String token) {
        return jdbc.sql("""
                        update staff_invitation set used_at = :now
                        where county_id = :county and token_hash = :hash
                          and used_at is null and withdrawn_at is null and expires_at > :now
                        returning *""")
                .param("county", county.value())
                .param("hash", LinkToken.hash(token))
                .param("now", DbTime.of(clock.instant()))
                .query(Invitation::of)
                .optional();
    }

    Optional<Invitation> find(CountyId county, InvitationId invitation) {
        return jdbc.sql("select * from staff_invitation where county_id = :county and id = :id")
                .param("county", county.value())
                .param("id", invitation.value())
                .query(Invitation::of)
                .optional();
    }

    boolean withdraw(CountyId county, InvitationId invitation) {
        return jdbc.sql("""
                        update staff_invitation set withdrawn_at = :now
                        where county_id = :county and id = :id and used_at is null and withdrawn_at is null""")
                        .param("county", county.value())
                        .param("id", invitation.value())
                        .param("now", DbTime.of(clock.instant()))
                        .update()
                == 1;
    }

    List<Invitation> openAt(CountyId county, UnitId unit) {
        return jdbc.sql("""
                        select * from staff_invitation
                        where county_id = :county and unit_id = :unit
                          and used_at is null and withdrawn_at is null and expires_at > :now
                        order by id""")
                .param("county", county.value())
                .param("unit", unit.value())
                .param("now", DbTime.of(clock.instant()))
                .query(Invitation::of)
                .list();
    }
}
