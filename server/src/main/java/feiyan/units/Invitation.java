package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Somebody asked to join the staff of a unit, who has not answered yet. */
public record Invitation(InvitationId id, Post post, String name, PersonId by, Instant expiresAt) {

    public record InvitationId(UUID value) {}

    static Invitation of(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                StaffPosts.post(row, number),
                row.getString("name"),
                new PersonId(row.getObject("made_by", UUID.class)),
                DbTime.read(row, "expires_at"));
    }
}
