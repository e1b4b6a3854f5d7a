package feiyan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.web.QrCode;
import java.net.URLEncoder;

/** What an authenticator app's camera reads: the secret under the name by which the app lists it. */
final class TotpQr {

    private static final String ISSUER = "Feiyan";

    private TotpQr() {}

    static TotpSetup setup(TotpSecret secret, String label) {
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(ISSUER, URLEncoder.encode(label, UTF_8), secret.base32(), ISSUER);
        return new TotpSetup(secret.base32().replaceAll("(.{4})(?=.)", "$1 "), QrCode.of(uri));
    }
}
