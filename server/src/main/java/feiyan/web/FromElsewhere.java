package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser says that a page of somebody else's had it send this form. The token tells it, too, but whoever
 * lost it is one of ours: her words are shown to her, and those that another page put into her browser are not.
 */
final class FromElsewhere {

    /** Our page, or the reader without any page, as when she asks for a page that she has seen again. */
    private static final Set<String> HERS = Set.of("same-origin", "none");

    private FromElsewhere() {}

    static boolean is(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? Stream.of("Origin", "Referer").map(request::getHeader).anyMatch(page -> isOthers(page, request))
                : !HERS.contains(site);
    }

    /** "null" is what a browser says of a page that will not be named. */
    private static boolean isOthers(@Nullable String page, HttpServletRequest request) {
        if (page == null || page.isEmpty()) {
            return false;
        }
        try {
            var uri = URI.create(page);
            return !request.getServerName().equalsIgnoreCase(uri.getHost()) || port(uri) != request.getServerPort();
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static int port(URI page) {
        if (page.getPort() >= 0) {
            return page.getPort();
        }
        return "https".equalsIgnoreCase(page.getScheme()) ? 443 : 80;
    }
}
