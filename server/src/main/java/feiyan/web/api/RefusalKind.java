package feiyan.web.api;

import feiyan.platform.Refusal;
import feiyan.web.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** What a client does about a refusal: the status of its problem, by the code alone, so that it never changes. */
enum RefusalKind {
    /** Nothing the client may know of stands at this address. */
    UNKNOWN(404, "problem.unknown"),
    /** Somebody else may; this person may not. */
    NOT_YOURS(403, "problem.not_yours"),
    /** It has moved on since the version that the client named. */
    STALE(412, "problem.stale"),
    /** Too many tries; later it goes. */
    WAIT(429, "problem.wait"),
    /** Not as things stand. */
    NOT_NOW(409, "problem.refused");

    private final int status;
    private final String title;

    RefusalKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** A message key. */
    String title() {
        return title;
    }

    static RefusalKind of(Refusal refusal, HttpServletRequest request) {
        if (NotThere.says(refusal)) {
            return UNKNOWN;
        }
        var code = refusal.code();
        if (code.endsWith(".not_yours")) {
            return NOT_YOURS;
        }
        if (isStale(code) && request.getHeader(HttpHeaders.IF_MATCH) != null) {
            return STALE;
        }
        return code.equals("throttle.wait") ? WAIT : NOT_NOW;
    }

    private static boolean isStale(String code) {
        return code.endsWith(".moved_on") || code.equals("attendance.corrected_already");
    }
}
