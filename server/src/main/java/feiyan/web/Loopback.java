package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Whether a request comes from this very machine: for what a demo shows and nobody else may see. */
public final class Loopback {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Loopback() {}

    /**
     * A proxy on this machine speaks for somebody elsewhere, so a forwarded request never counts; nor does one that
     * asked for another name: a stranger's page whose name was turned to this machine's address.
     */
    public static boolean is(HttpServletRequest request) {
        if (!OWN_NAMES.contains(request.getServerName())
                || request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-For") != null) {
            return false;
        }
        try {
            // An address, not a name: nothing is looked up.
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException malformed) {
            return false;
        }
    }
}
