package feiyan.exchange;

import feiyan.platform.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook is told: HTTPS, since what is sent is nobody else's business, and without a user name, which would
 * end up in logs. Whether its host may be called at all is decided at each call, by the address it resolves to then.
 */
record WebhookAddress(URI uri) {

    private static final int LONGEST = 500;

    /**
     * @param plainToo also HTTP, for a receiver on the same machine
     * @return refused as {@code webhook.address} where it is no address, or none that is told
     */
    static Outcome<WebhookAddress> of(String written, boolean plainToo) {
        var uri = parsed(written.strip());
        return uri == null || !usable(uri, plainToo)
                ? Outcome.refused("webhook.address")
                : Outcome.done(new WebhookAddress(uri));
    }

    private static @Nullable URI parsed(String written) {
        try {
            return written.length() > LONGEST ? null : new URI(written).parseServerAuthority();
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    private static boolean usable(URI uri, boolean plainToo) {
        boolean scheme =
                "https".equalsIgnoreCase(uri.getScheme()) || (plainToo && "http".equalsIgnoreCase(uri.getScheme()));
        return scheme
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= 65_535
                && uri.getPort() != 0;
    }

    String host() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Without its path and query: those may be secret. */
    @Override
    public String toString() {
        return "WebhookAddress[" + host() + "]";
    }
}
