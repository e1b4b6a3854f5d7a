package feiyan.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Whom the server may be sent to by somebody who types an address: the open Internet only, never the machine itself,
 * its neighbours or a cloud's own pages, whatever a name resolves to at that moment. The connection goes to the very
 * address that was looked at here.
 */
final class PublicAddresses implements DnsResolver {

    private final boolean privateToo;

    /** @param privateToo for a county whose other systems stand in its own network */
    PublicAddresses(boolean privateToo) {
        this.privateToo = privateToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        var allowed = Arrays.stream(found)
                .filter(address -> privateToo || isPublic(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NotPublic(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Per RFC 6890: what is of use only in one network, or of none. */
    static boolean isPublic(InetAddress address) {
        boolean reserved = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        var bytes = address.getAddress();
        return !reserved && (address instanceof Inet6Address ? isGlobal6(bytes) : isGlobal4(bytes));
    }

    private static boolean isGlobal4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean forProtocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean forTests = (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 240 && !shared && !forProtocols && !forTests;
    }

    /** 2000::/3 is what is given out; of it neither the documentation's nor those that carry an IPv4 address inside. */
    private static boolean isGlobal6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean documentation = first == 0x2001 && second == 0x0db8;
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
        return (first & 0xe000) == 0x2000 && !documentation && !tunnel;
    }

    /** The name leads nowhere where the server may go. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host + " is no public address");
        }
    }
}
