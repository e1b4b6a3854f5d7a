package feiyan.accounts;

/**
 * What an authenticator app needs to know, in two forms: to scan and to type.
 *
 * @param secret in Base32, in groups of four
 * @param qr the path of an SVG drawing, {@code qrSize} by {@code qrSize} modules
 */
public record TotpSetup(String secret, String qr, int qrSize) {

    @Override
    public String toString() {
        return "TotpSetup";
    }
}
