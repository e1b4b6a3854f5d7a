package feiyan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The headers of an answer that never reached the security chain: a request that was turned away before it, or that the
 * container itself could not read.
 */
final class BareHeaders {

    private static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", SecurityChain.CONTENT,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private BareHeaders() {}

    static void onto(HttpServletResponse response) {
        if (!response.isCommitted() && !response.containsHeader("Content-Security-Policy")) {
            ALL.forEach(response::setHeader);
        }
    }
}
