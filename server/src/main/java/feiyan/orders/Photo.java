package feiyan.orders;

import feiyan.platform.Outcome;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a photo anew, small enough for a page, and keeps nothing else of the file: no place where it was taken, no
 * camera, no thumbnail, nothing hidden behind the picture.
 */
final class Photo {

    /** In pixels; the text on a medicine box is still readable. */
    static final int LONGEST_SIDE = 1600;
    /** What the largest phone cameras make; more is no photo but a bomb. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final float QUALITY = 0.82f;
    /** A large picture takes much memory while it is read: few at a time. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Photo() {}

    /** A JPEG; refused as {@code media.no_photo} where it is none that can be read. */
    static Outcome<byte[]> read(byte[] sent) {
        return format(sent)
                .flatMap(format -> drawn(sent, format))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("media.no_photo"));
    }

    /** By its first bytes: neither its name nor what the browser says of it counts. */
    private static Optional<String> format(byte[] sent) {
        if (sent.length > 3 && sent[0] == (byte) 0xFF && sent[1] == (byte) 0xD8 && sent[2] == (byte) 0xFF) {
            return Optional.of("jpeg");
        }
        boolean png = sent.length > 8 && sent[0] == (byte) 0x89 && sent[1] == 'P' && sent[2] == 'N' && sent[3] == 'G';
        return png ? Optional.of("png") : Optional.empty();
    }

    private static Optional<byte[]> drawn(byte[] sent, String format) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        AT_ONCE.acquireUninterruptibly();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels <= MOST_PIXELS
                    ? Optional.of(jpeg(upright(roughly(reader), PhotoOrientation.of(sent))))
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // the readers throw all sorts of things at a file that lies about itself
            return Optional.empty();
        } finally {
            reader.dispose();
            AT_ONCE.release();
        }
    }

    /** Skips pixels while reading, down to about twice the size wanted. */
    private static BufferedImage roughly(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage upright(BufferedImage rough, PhotoOrientation orientation) {
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(rough.getWidth(), rough.getHeight()));
        int width = Math.max(1, (int) Math.round(rough.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(rough.getHeight() * scale));
        boolean turned = orientation.isTurned();
        var drawn = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(orientation.upright(width, height));
        pen.drawImage(rough, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(drawn, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
