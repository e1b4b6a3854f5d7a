package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Visit;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.units.Invitation;
import feiyan.units.Invitations;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Behind an invitation's link: a newcomer, or somebody whom the county knows already, becomes staff. */
@Controller
class InvitationPage {

    private static final String VIEW = "units/invitation";

    private final Invitations invitations;
    private final Units units;

    InvitationPage(Invitations invitations, Units units) {
        this.invitations = invitations;
        this.units = units;
    }

    @GetMapping("/invitations/{county}/{token}")
    ModelAndView ask(@PathVariable long county, @PathVariable String token) {
        return open(county, token).map(found -> page(county, token, found, "")).orElseGet(InvitationPage::ended);
    }

    /** A number that is no county is a link that was cut off. */
    private Optional<Invitation> open(long county, String token) {
        return county > 0 && county < 1L << 53 ? invitations.find(new CountyId(county), token) : Optional.empty();
    }

    private static ModelAndView ended() {
        return Pages.refused(Refusal.of("invitation.ended"), "/");
    }

    private ModelAndView page(long county, String token, Invitation invitation, String phone) {
        var unit = invitation.post().unit();
        return new ModelAndView(VIEW, Map.of("path", "/invitations/" + county + "/" + token, "phone", phone))
                .addObject("invitation", invitation)
                .addObject(
                        "unit",
                        units.names(new CountyId(county), java.util.List.of(unit))
                                .get(unit))
                .addObject(
                        "who",
                        here(county)
                                .map(who -> who.staffProven() ? "staff" : "resident")
                                .orElse("stranger"));
    }

    /** Somebody signed in for another county is a stranger here. */
    private static Optional<SignedIn> here(long county) {
        return CurrentActor.signedIn().filter(who -> who.countyId() == county);
    }

    @PostMapping("/invitations/{county}/{token}")
    ModelAndView accept(
            @PathVariable long county,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var invitation = open(county, token);
        if (invitation.isEmpty()) {
            return ended();
        }
        return switch (accepted(new CountyId(county), token, phone, password, Visit.of(request))) {
            case Done<?> done -> {
                Notice.done("units.invitation.accepted").on(redirect);
                yield Pages.next(here(county).filter(SignedIn::staffProven).isPresent() ? "/" : "/staff/sign-in");
            }
            case Refused<?>(var refusal) ->
                Answers.isTyped(refusal)
                        ? Answers.again(page(county, token, invitation.get(), phone), field(refusal), refusal)
                        : Answers.refused(refusal, "/staff/sign-in");
        };
    }

    private Outcome<?> accepted(CountyId county, String token, String phone, String password, Visit visit) {
        var here = here(county.value());
        if (here.isPresent()) {
            return here.get().staffProven()
                    ? invitations.accept(here.get(), token)
                    : invitations.accept(here.get(), token, password);
        }
        return Phone.parseMobile(phone).then(good -> invitations.accept(county, token, good, password, visit));
    }

    private static String field(Refusal refusal) {
        return refusal.code().startsWith("phone.") ? "phone" : "password";
    }
}
