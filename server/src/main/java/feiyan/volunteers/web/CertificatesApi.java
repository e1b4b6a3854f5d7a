package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Register;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Certificates: named by the volunteer, checked by the staff who saw the paper. */
@RestController
@RequestMapping(ApiPath.V1)
class CertificatesApi {

    private final Qualifications qualifications;
    private final Register register;

    CertificatesApi(Qualifications qualifications, Register register) {
        this.qualifications = qualifications;
        this.register = register;
    }

    /** @param until the last day; none where it does not expire */
    record CertificateClaim(String kind, @Nullable LocalDate until) {

        String said() {
            if (kind.isBlank() || kind.length() > CertificatesPage.LONGEST_KIND) {
                throw Unprocessable.of("kind", "volunteers.mistake.certificate", CertificatesPage.LONGEST_KIND);
            }
            return kind.strip();
        }
    }

    record CertificateKept(UUID certificate) {}

    @Operation(
            summary = "Say that one holds a certificate; it counts once the unit’s staff saw the proof",
            description = "Offers ask for it only once it is checked.")
    @NeedsScope("services:write")
    @PostMapping("/volunteer/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<CertificateKept> claim(Actor actor, @RequestBody CertificateClaim claim) {
        return qualifications
                .claim(actor, actor.person(), claim.said(), claim.until())
                .map(CertificateKept::new);
    }

    @Operation(
            summary = "Write down that one saw the proof of a volunteer’s certificate; nobody checks their own",
            description = "By the staff who keep the holder's registration; from then on it counts.")
    @NeedsScope("volunteers:write")
    @PostMapping("/volunteers/{id}/certificates/{certificate}/check")
    Outcome<CertificateKept> check(Actor actor, @PathVariable PersonId id, @PathVariable UUID certificate) {
        if (register.find(actor, id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return qualifications.check(actor, certificate).map(CertificateKept::new);
    }
}
