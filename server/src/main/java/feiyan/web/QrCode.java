package feiyan.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A text for a phone's camera, for {@code web/parts/qr :: qr}. As a path, since the pages allow no image from elsewhere
 * and paper wants sharp edges.
 *
 * @param path of an SVG drawing, {@code size} by {@code size} modules, the quiet zone included
 */
public record QrCode(String path, int size) {

    public static QrCode of(String text) {
        var matrix = matrix(text);
        return new QrCode(path(matrix), matrix.getWidth());
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
