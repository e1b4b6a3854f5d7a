package feiyan.attendance.web;

import feiyan.attendance.DoorCode;
import feiyan.attendance.OfflineProof;
import feiyan.attendance.OfflineProofs;
import feiyan.dispatch.SeatId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a telephone without a network wrote down at the door, handed in later. */
@RestController
class OfflineProofsApi {

    private final OfflineProofs proofs;

    OfflineProofsApi(OfflineProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * @param id made by the telephone at the door; sending it again is once
     * @param out none where they had not left yet
     * @param code the six digits from the door; a remote service has none
     */
    record ProofRequest(
            UUID id,
            Instant in,
            @Nullable Instant out,
            @Nullable String code,
            @Nullable Boolean scanned) {

        OfflineProof proof() {
            var door = new DoorCode(code == null ? "" : code.strip(), scanned != null && scanned);
            return new OfflineProof(id, in, out, door);
        }
    }

    record ProofHandedIn(UUID proof, UUID seat) {}

    @Operation(
            summary = "Hand in a proof that one was there without a network",
            description = "It attaches to the seat and moves nothing: the leader or the unit reads it and says what "
                    + "follows. Where the seat was given away in the meantime, the unit is told.")
    @NeedsScope("services:write")
    @PostMapping(ApiPath.V1 + "/seats/{id}/proofs")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<ProofHandedIn> handIn(Actor volunteer, @PathVariable SeatId id, @RequestBody ProofRequest request) {
        return proofs.handIn(volunteer, id, request.proof()).map(seat -> new ProofHandedIn(request.id(), seat.value()));
    }
}
