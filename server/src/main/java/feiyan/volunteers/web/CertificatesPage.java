package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Register;
import feiyan.web.Pages;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certificates: named by the volunteer, checked by the staff who saw the paper. */
@Controller
class CertificatesPage {

    static final int LONGEST_KIND = 40;

    private final Qualifications qualifications;
    private final Register register;

    CertificatesPage(Qualifications qualifications, Register register) {
        this.qualifications = qualifications;
        this.register = register;
    }

    @PostMapping("/volunteer/certificates")
    ModelAndView claim(
            Actor actor,
            @RequestParam String kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            RedirectAttributes redirect) {
        if (kind.isBlank() || kind.length() > LONGEST_KIND) {
            return Pages.next("/volunteer");
        }
        var claimed = qualifications.claim(actor, actor.person(), kind.strip(), until);
        return Answers.to("/volunteer", claimed, "volunteers.certificate.claimed", redirect);
    }

    @PostMapping("/volunteers/{id}/certificates/{certificate}/check")
    ModelAndView check(
            Actor actor, @PathVariable PersonId id, @PathVariable UUID certificate, RedirectAttributes redirect) {
        if (register.find(actor, id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var checked = qualifications.check(actor, certificate);
        return Answers.to("/volunteers/" + id.value(), checked, "volunteers.certificate.checked", redirect);
    }
}
