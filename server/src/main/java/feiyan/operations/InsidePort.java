package feiyan.operations;

import feiyan.platform.AddressBlock;
import feiyan.platform.Networks;
import feiyan.platform.StartFailure;
import java.net.InetAddress;
import org.springframework.core.env.Environment;

/**
 * The port at which the operator's machines look inside: none, until it is named. It never is the one that people come
 * to, and beyond this machine it answers to the addresses that are named, and to nobody else.
 *
 * @param watchers who may ask from another machine
 */
record InsidePort(int port, Networks watchers) {

    private static final String PORT = "management.server.port";
    private static final String ADDRESS = "management.server.address";
    private static final String WATCHERS = "feiyan.watchers";

    /** Throws {@link StartFailure} where it would stand open, or where nobody could ask. */
    static InsidePort of(Environment settings) {
        var inside = new InsidePort(settings.getProperty(PORT, Integer.class, -1), watchers(settings));
        if (inside.port >= 0) {
            inside.mustBeItsOwn(settings.getProperty("server.port", Integer.class, 8080));
            inside.mustBeForSomebody(settings.getProperty(ADDRESS, ""));
        }
        return inside;
    }

    private static Networks watchers(Environment settings) {
        var text = settings.getProperty(WATCHERS, "");
        try {
            return Networks.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new StartFailure(malformed, "watchers_malformed", text);
        }
    }

    /** Zero is any port that is free, which is never the other one. */
    private void mustBeItsOwn(int publicPort) {
        if (port != 0 && port == publicPort) {
            throw new StartFailure("inside_is_public", Integer.toString(port));
        }
    }

    private void mustBeForSomebody(String address) {
        var here = AddressBlock.address(address)
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
        if (!here && watchers.isEmpty()) {
            throw new StartFailure("watchers_missing", address.isEmpty() ? "*" : address);
        }
    }
}
