package feiyan.accounts.web;

import feiyan.accounts.Accounts;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stay;
import feiyan.accounts.Stay.StayId;
import feiyan.accounts.Stays;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.web.Notice;
import feiyan.web.Pages;
import feiyan.web.SessionEnds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Where am I signed in": each device in plain words, and a button that ends it. */
@Controller
@RequestMapping("/sessions")
class SessionsPage {

    private static final String PATH = "/sessions";

    private final Stays stays;
    private final Accounts accounts;

    SessionsPage(Stays stays, Accounts accounts) {
        this.stays = stays;
        this.accounts = accounts;
    }

    /** @param here whether it is the one that looks at the page */
    record Line(Stay stay, boolean here) {}

    /** What the script of an open page needs to know; the token since a new sign-in has a new one. */
    record Now(long idle, long longest, String parameter, String token) {}

    @GetMapping
    ModelAndView list(Authentication somebody, HttpServletRequest request) {
        var here = Stays.here(request);
        var lines = stays.of(who(somebody).account()).stream()
                .map(stay -> new Line(stay, stay.id().equals(here)))
                .toList();
        var others = lines.stream().anyMatch(line -> !line.here());
        return new ModelAndView("accounts/sessions", Map.of("lines", first(lines), "others", others))
                .addObject("password", accounts.hasPassword(who(somebody).account()));
    }

    /** The one at hand stands on top. */
    private static List<Line> first(List<Line> lines) {
        return lines.stream()
                .sorted((one, other) -> Boolean.compare(other.here(), one.here()))
                .toList();
    }

    @GetMapping("/current")
    ResponseEntity<Now> current(HttpServletRequest request, CsrfToken token) {
        var ends = SessionEnds.of(request);
        return ends == null
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
                : ResponseEntity.ok(
                        new Now(ends.idleSeconds(), ends.longestSeconds(), token.getParameterName(), token.getToken()));
    }

    /** Of the one at hand, too: then the next page asks to sign in. */
    @PostMapping("/{id}/end")
    ModelAndView end(Authentication somebody, @PathVariable StayId id, RedirectAttributes redirect) {
        return answer(stays.end(who(somebody).account(), id), "sessions.ended", redirect);
    }

    @PostMapping("/end-others")
    ModelAndView endOthers(Authentication somebody, HttpServletRequest request, RedirectAttributes redirect) {
        var here = Stays.here(request);
        return here == null
                ? Pages.next(PATH)
                : answer(stays.endOthers(who(somebody).account(), here), "sessions.ended.others", redirect);
    }

    private static ModelAndView answer(Outcome<?> outcome, String notice, RedirectAttributes redirect) {
        return switch (outcome) {
            case Done<?> done -> {
                Notice.done(notice).on(redirect);
                yield Pages.next(PATH);
            }
            case Refused<?>(var refusal) -> Pages.refused(refusal, PATH);
        };
    }

    private static SignedIn who(Authentication somebody) {
        return (SignedIn) Objects.requireNonNull(somebody.getPrincipal());
    }
}
