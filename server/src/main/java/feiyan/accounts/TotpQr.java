package feiyan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;

/** Draws a secret for an authenticator app's camera. As a path, since the pages allow no image from elsewhere. */
final class TotpQr {

    private static final String ISSUER = "Feiyan";

    private TotpQr() {}

    static TotpSetup setup(TotpSecret secret, String label) {
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(ISSUER, URLEncoder.encode(label, UTF_8), secret.base32(), ISSUER);
        var matrix = matrix(uri);
        return new TotpSetup(secret.base32().replaceAll("(.{4})(?=.)", "$1 "), path(matrix), matrix.getWidth());
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
