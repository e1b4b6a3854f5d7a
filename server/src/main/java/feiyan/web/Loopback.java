package feiyan.web;

import feiyan.platform.AddressBlock;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from this very machine: for what a demo shows and nobody else may see. */
public final class Loopback {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** What proxies and tunnels add: any of them speaks for somebody elsewhere. */
    private static final Set<String> PASSED_ON = Set.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Real-IP",
            "X-Client-IP",
            "X-Original-Host",
            "True-Client-IP",
            "CF-Connecting-IP",
            "Via");

    private Loopback() {}

    /**
     * A proxy on this machine speaks for somebody elsewhere, so a forwarded request never counts; nor does one that
     * asked for another name: a stranger's page whose name was turned to this machine's address. A proxy that says
     * nothing gives itself away by an old protocol, or the browser behind it by the page on which it stands.
     */
    public static boolean is(HttpServletRequest request) {
        return isOwnName(request.getServerName())
                && PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null)
                && !"HTTP/1.0".equals(request.getProtocol())
                && Stream.of("Origin", "Referer").map(request::getHeader).allMatch(Loopback::isOwnPage)
                && AddressBlock.address(request.getRemoteAddr())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    static boolean isOwnName(@Nullable String name) {
        return name != null && OWN_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** "null" is what a browser says of a page without a name, as of a file or after a redirect from elsewhere. */
    private static boolean isOwnPage(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return true;
        }
        try {
            return isOwnName(URI.create(address).getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
