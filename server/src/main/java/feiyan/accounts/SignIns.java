package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/** Opens the session of somebody whose sign-in is complete. */
@Component
public class SignIns {

    private static final Duration STAFF_IDLE = Duration.ofMinutes(30);
    private static final Duration RESIDENT_IDLE = Duration.ofDays(30);
    static final String STAYS = SignIns.class.getName() + ".stays";

    private final feiyan.web.SignedIn sessions;
    private final AuditLog audit;

    SignIns(feiyan.web.SignedIn sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Staff are signed out after half an hour of rest; whoever asks for help should not have to sign in each time. */
    public void open(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        if (!who.staffProven()) {
            request.setAttribute(STAYS, true);
        }
        var idle = who.staffProven() ? STAFF_IDLE : RESIDENT_IDLE;
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
        audit.record(
                who.county(),
                AuditAct.of(AuditKind.SIGN_IN, who.person().value())
                        .to("person", who.person().value())
                        .because(who.staffProven() ? "staff" : "text_message"));
        sessions.as(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()), request, response);
    }
}
