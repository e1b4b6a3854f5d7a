package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether a request comes from this very machine: for what a demo shows and nobody else may see. */
public final class Loopback {

    private Loopback() {}

    /** A proxy on this machine speaks for somebody elsewhere, so a forwarded request never counts. */
    public static boolean is(HttpServletRequest request) {
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
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
