package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Invitation;
import feiyan.units.Invitation.InvitationId;
import feiyan.units.Invitations;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Invitations that nobody has answered yet. None is made here: its link opens an account, and that is handed over by a
 * person who is sitting at the page, never by a token.
 */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/units/{id}/invitations")
class InvitationsApi {

    private final Invitations invitations;

    InvitationsApi(Invitations invitations) {
        this.invitations = invitations;
    }

    record OpenInvitation(UUID id, Role role, String name, UUID by, Instant expiresAt) {

        static OpenInvitation of(Invitation it) {
            return new OpenInvitation(
                    it.id().value(), it.post().role(), it.name(), it.by().value(), it.expiresAt());
        }
    }

    @Operation(
            summary = "The invitations to a unit that can still be accepted; for its administrator",
            description = "Invitations are made on the page alone: their link opens an account.")
    @NeedsScope("units:read")
    @GetMapping
    List<OpenInvitation> list(Actor actor, @PathVariable UnitId id) {
        return Answers.shown(invitations.openAt(actor, id)).stream()
                .map(OpenInvitation::of)
                .toList();
    }

    record InvitationWithdrawn(UUID invitation) {}

    @Operation(
            summary = "Withdraw an invitation",
            description = "By the administrator of the unit; the link ends at once.")
    @NeedsScope("units:write")
    @PostMapping("/{invitation}/withdrawal")
    Outcome<InvitationWithdrawn> withdraw(Actor actor, @PathVariable UnitId id, @PathVariable InvitationId invitation) {
        return invitations
                .withdraw(actor, invitation)
                .map(ended -> new InvitationWithdrawn(ended.id().value()));
    }
}
