package feiyan.accounts;

import feiyan.platform.AddressBlock;
import feiyan.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody tries to come in.
 *
 * @param address in the network, as the front door tells it
 * @param device what this browser was given when its owner came in before; null where nobody did
 */
public record Visit(String address, @Nullable String device) {

    static final String COOKIE = "device";
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{22}");
    /** One household's share of IPv6: within it addresses change from hour to hour. */
    private static final int HOUSEHOLD = 64;

    public static Visit of(HttpServletRequest request) {
        var name = CookieNames.of(COOKIE, request.isSecure());
        var cookies = Optional.ofNullable(request.getCookies()).stream().flatMap(Stream::of);
        return new Visit(
                request.getRemoteAddr(),
                cookies.filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> DEVICE.matcher(value).matches())
                        .findFirst()
                        .orElse(null));
    }

    /** What counts as one network where tries are counted. */
    String network() {
        return cut(32, HOUSEHOLD);
    }

    /** Enough to tell home from elsewhere, too little to find a home by. */
    String coarse() {
        return cut(24, 48);
    }

    private String cut(int bits, int bitsOfIpv6) {
        return AddressBlock.address(address)
                .map(known -> new AddressBlock(known, known instanceof Inet4Address ? bits : bitsOfIpv6))
                .map(AddressBlock::first)
                .map(InetAddress::getHostAddress)
                .orElse("");
    }
}
