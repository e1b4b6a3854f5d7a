package feiyan.web;

import feiyan.platform.AddressBlock;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** How a request came in, told from where it really came from and from what those say whose word counts. */
sealed interface Arrival {

    /** As it stands: from this machine, or over this server's own HTTPS. */
    record Direct() implements Arrival {}

    /** Through a proxy that is believed. */
    record Forwarded(Visitor visitor) implements Arrival {}

    /** In clear from beyond this machine: whoever only looks may look again over HTTPS. */
    record InClear() implements Arrival {}

    /** Asks for a name that is not ours: a stranger's page whose name was turned to this address. */
    record Misdirected() implements Arrival {}

    /** A proxy that does not say for whom it speaks: everybody behind it would be one and the same. */
    record Mumbled() implements Arrival {}

    static Arrival of(HttpServletRequest request, Reach reach) {
        var peer = request.getRemoteAddr();
        if (reach.proxies().contain(peer)) {
            return Visitor.told(request, reach)
                    .map(visitor -> through(visitor, reach))
                    .orElseGet(Mumbled::new);
        }
        if (isHere(peer) && Loopback.isOwnName(request.getServerName())) {
            return new Direct();
        }
        return request.isSecure()
                ? reach.isPublicName(request.getServerName(), request.getServerPort())
                        ? new Direct()
                        : new Misdirected()
                : isHere(peer) && !reach.isPublicHost(request.getServerName()) ? new Misdirected() : new InClear();
    }

    private static Arrival through(Visitor visitor, Reach reach) {
        return !visitor.encrypted()
                ? new InClear()
                : reach.isPublicName(visitor.host(), visitor.port()) ? new Forwarded(visitor) : new Misdirected();
    }

    private static boolean isHere(String peer) {
        return AddressBlock.address(peer).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
