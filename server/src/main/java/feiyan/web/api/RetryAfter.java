package feiyan.web.api;

import feiyan.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** A refusal that only asks for patience says in its arguments how many minutes of it. */
final class RetryAfter {

    private RetryAfter() {}

    static void on(HttpServletResponse response, Refusal refusal, int status) {
        if (status == 429 && !refusal.args().isEmpty() && refusal.args().getFirst() instanceof Number minutes) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(60 * minutes.longValue()));
        }
    }
}
