package feiyan.units;

import feiyan.units.Invitation.InvitationId;
import java.time.Instant;

/** The link of a new invitation, shown once to who made it: only its hash is kept. */
public record InvitationLink(InvitationId id, String path, Instant expiresAt) {

    /** Without the path: whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "InvitationLink[" + id.value() + "]";
    }
}
