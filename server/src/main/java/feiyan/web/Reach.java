package feiyan.web;

import feiyan.platform.AddressBlock;
import feiyan.platform.Networks;
import feiyan.platform.StartFailure;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * How far this server reaches, as whoever started it said.
 *
 * @param beyond whether it listens to more than this machine
 * @param encrypts whether it speaks HTTPS itself
 * @param proxies those whose word about the visitor is believed
 * @param publicUrl under which the visitors know it; null where nobody but this machine is one
 */
public record Reach(
        boolean beyond, boolean encrypts, Networks proxies, Dialect dialect, @Nullable URI publicUrl) {

    /** How the proxies tell. One only: what they do not write themselves, a visitor may have. */
    public enum Dialect {
        X_FORWARDED,
        /** RFC 7239. */
        FORWARDED
    }

    private static final String PROXIES = "feiyan.proxies";
    private static final String DIALECT = "feiyan.proxy-headers";
    private static final String PUBLIC_URL = "feiyan.public-url";

    /** Throws {@link StartFailure} where it would let strangers in unprotected: beyond this machine HTTPS is needed. */
    public static Reach of(Environment settings) {
        var address = settings.getProperty("server.address", "");
        var beyond = AddressBlock.address(address)
                .filter(InetAddress::isLoopbackAddress)
                .isEmpty();
        var encrypts = !settings.getProperty("server.ssl.bundle", "").isEmpty();
        var reach = new Reach(beyond, encrypts, proxies(settings), dialect(settings), publicUrl(settings));
        reach.mustBeSafe(address.isEmpty() ? "*" : address);
        return reach;
    }

    private static Networks proxies(Environment settings) {
        var text = settings.getProperty(PROXIES, "");
        try {
            return Networks.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new StartFailure(malformed, "proxies_malformed", text);
        }
    }

    private static Dialect dialect(Environment settings) {
        var text = settings.getProperty(DIALECT, "x-forwarded");
        return switch (text) {
            case "x-forwarded" -> Dialect.X_FORWARDED;
            case "forwarded" -> Dialect.FORWARDED;
            default -> throw new StartFailure("proxy_headers_unknown", text);
        };
    }

    private static @Nullable URI publicUrl(Environment settings) {
        var text = settings.getProperty(PUBLIC_URL, "");
        if (text.isBlank()) {
            return null;
        }
        return parsed(text).filter(Reach::isWhole).orElseThrow(() -> new StartFailure("public_url_malformed", text));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Pages are served from the root: a path would be promised in text messages and not kept. */
    private static boolean isWhole(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private void mustBeSafe(String address) {
        if (beyond && !encrypts && proxies.isEmpty()) {
            throw new StartFailure("needs_https", address);
        }
        if ((beyond || !proxies.isEmpty()) && publicUrl == null) {
            throw new StartFailure("needs_public_url");
        }
    }

    /** Whether nobody but this machine can be there, not even through somebody else. */
    public boolean isThisMachineOnly() {
        return !beyond && proxies.isEmpty();
    }

    /** The public address without a slash at the end; asked only where there is one. */
    String publicAddress() {
        var url = publicUrl == null ? "" : publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Whether a visitor who asks for this name and port means this server. */
    boolean isPublicName(String name, int port) {
        return isPublicHost(name) && port == publicPort();
    }

    boolean isPublicHost(String name) {
        return publicUrl != null && publicUrl.getHost().equalsIgnoreCase(name);
    }

    private int publicPort() {
        return publicUrl == null || publicUrl.getPort() < 0 ? 443 : publicUrl.getPort();
    }
}
