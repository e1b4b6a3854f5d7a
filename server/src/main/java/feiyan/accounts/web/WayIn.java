package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Claims;
import feiyan.accounts.Place;
import feiyan.accounts.Places;
import feiyan.accounts.SignIns;
import feiyan.accounts.SignedIn;
import feiyan.accounts.StaffNetworks;
import feiyan.accounts.Totps;
import feiyan.accounts.Visit;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads from a proven account to an open session, by whichever steps are left. */
@Component
class WayIn {

    private final Underway underway;
    private final Places places;
    private final Totps totps;
    private final StaffNetworks networks;
    private final Claims claims;
    private final SignIns signIns;

    WayIn(Underway underway, Places places, Totps totps, StaffNetworks networks, Claims claims, SignIns signIns) {
        this.underway = underway;
        this.places = places;
        this.totps = totps;
        this.networks = networks;
        this.claims = claims;
        this.signIns = signIns;
    }

    /** After a code. Where somebody claimed the number with a password, it may be another's: they are asked. */
    ModelAndView byCode(AccountId account, String next, HttpServletRequest request, HttpServletResponse response) {
        if (claims.leavesOpen(account, Visit.of(request))) {
            underway.claimed(request, account, next);
            return Pages.next("/sign-in/claimed");
        }
        return proven(account, false, next, request, response);
    }

    /** Most people live in one county and are known there: they are in. */
    ModelAndView proven(
            AccountId account,
            boolean byPassword,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var proven = underway.prove(request, account, byPassword, next);
        var known = known(account);
        return known.size() == 1
                ? switch (enter(proven, known.getFirst().county(), null, request, response)) {
                    case Outcome.Done<ModelAndView>(var page) -> page;
                    case Outcome.Refused<ModelAndView>(var refusal) -> Pages.refused(refusal, "/sign-in");
                }
                : Pages.next("/sign-in/who");
    }

    /** Where the account is somebody already. */
    List<Place> known(AccountId account) {
        return places.of(account).stream()
                .filter(place -> place.person() != null)
                .toList();
    }

    Outcome<ModelAndView> enter(
            Proven proven,
            CountyId county,
            @Nullable String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (proven.byPassword() && !networks.allow(county, request.getRemoteAddr())) {
            return Outcome.refused("sign_in.elsewhere");
        }
        return places.enter(proven.account(), county, name).map(person -> {
            var who = new SignedIn(proven.account(), county.value(), person, proven.byPassword());
            return secondStep(proven, who, request, response);
        });
    }

    private ModelAndView secondStep(
            Proven proven, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (!proven.byPassword()) {
            return open(who, proven.next(), request, response);
        }
        underway.atSecondStep(request, proven, who);
        return switch (totps.demanded(who.account(), who.county())) {
            case NONE -> open(who, proven.next(), request, response);
            case NUMBER -> Pages.next("/staff/sign-in/number");
            case SET_UP -> Pages.next("/staff/totp");
        };
    }

    ModelAndView open(SignedIn who, String next, HttpServletRequest request, HttpServletResponse response) {
        underway.arrived(request);
        signIns.open(request, response, who);
        return Pages.next(next);
    }
}
