package feiyan.web.api;

import feiyan.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** A refusal that only asks for patience says in its arguments how many minutes of it. */
final class RetryAfter {

    /** A database that died is back within seconds. */
    private static final String SOON = "2";

    private RetryAfter() {}

    static void on(HttpServletResponse response, Problem problem) {
        if (problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
    }

    static void on(HttpServletResponse response, Refusal refusal, int status) {
        if (status == 429 && !refusal.args().isEmpty() && refusal.args().getFirst() instanceof Number minutes) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(60 * minutes.longValue()));
        }
    }
}
