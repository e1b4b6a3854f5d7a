package feiyan.bench.growth;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What people photograph. */
final class Photos {

    private static final int SIDE = 32;

    private Photos() {}

    static byte[] small() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
