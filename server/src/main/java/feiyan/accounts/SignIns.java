package feiyan.accounts;

import feiyan.accounts.Stay.StayId;
import feiyan.platform.Policies;
import feiyan.web.CookieNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/** Opens the session of somebody whose sign-in is complete. */
@Component
public class SignIns {

    static final String STAYS = SignIns.class.getName() + ".stays";

    private final feiyan.web.SignedIn sessions;
    private final Stays stays;
    private final KnownDevices devices;
    private final Policies policies;

    SignIns(feiyan.web.SignedIn sessions, Stays stays, KnownDevices devices, Policies policies) {
        this.sessions = sessions;
        this.stays = stays;
        this.devices = devices;
        this.policies = policies;
    }

    public void open(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        if (!who.staffProven()) {
            request.setAttribute(STAYS, true);
        }
        var session = request.getSession();
        if (session.getAttribute(StayWatch.STAY) instanceof StayId before) {
            stays.end(before, Ending.SIGNED_OUT);
            session.invalidate();
            session = request.getSession();
        }
        sessions.as(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()), request, response);
        var idle = StayLimits.of(policies.of(who.county())).idle(who.staffProven());
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(StayWatch.STAY, begin(request, response, who));
    }

    private StayId begin(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        var visit = Visit.of(request);
        var device = Objects.requireNonNullElseGet(visit.device(), KnownDevices::newOne);
        devices.remember(who.account(), device);
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(device, request.isSecure()).toString());
        var browser = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return stays.begin(who, request.getSession().getId(), browser, visit);
    }

    private static ResponseCookie cookie(String device, boolean secure) {
        return ResponseCookie.from(CookieNames.of(Visit.COOKIE, secure), device)
                .path("/")
                .maxAge(KnownDevices.KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
