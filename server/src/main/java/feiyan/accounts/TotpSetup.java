package feiyan.accounts;

import feiyan.web.QrCode;

/**
 * What an authenticator app needs to know, in two forms: to scan and to type.
 *
 * @param secret in Base32, in groups of four
 * @param qr for the camera
 */
public record TotpSetup(String secret, QrCode qr) {

    @Override
    public String toString() {
        return "TotpSetup";
    }
}
