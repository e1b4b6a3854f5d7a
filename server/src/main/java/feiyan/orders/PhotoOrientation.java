package feiyan.orders;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held, as EXIF's tag 0x0112 says it: a phone writes each picture as its sensor lies and leaves
 * turning it to whoever shows it.
 *
 * @param code 1 to 8; 1 is upright
 */
record PhotoOrientation(int code) {

    private static final PhotoOrientation UPRIGHT = new PhotoOrientation(1);

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final long EXIF = 0x457869660000L;
    private static final int EXIF_LENGTH = 6;
    private static final int TAG = 0x0112;
    private static final int TAG_LENGTH = 12;

    /** Upright where the file does not say, or says it so that it cannot be read. */
    static PhotoOrientation of(byte[] file) {
        try {
            return inJpeg(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutOff) {
            return UPRIGHT;
        }
    }

    private static PhotoOrientation inJpeg(ByteBuffer file) {
        file.position(2);
        while (file.remaining() > 4) {
            int marker = file.getShort() & 0xFFFF;
            int length = file.getShort() & 0xFFFF;
            int next = file.position() + length - 2;
            if (marker == START_OF_SCAN || marker < 0xFFC0) {
                return UPRIGHT;
            }
            if (marker == APP1 && isExif(file)) {
                return inExif(file.slice(file.position() + EXIF_LENGTH, length - 2 - EXIF_LENGTH));
            }
            file.position(next);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer segment) {
        return segment.remaining() >= Long.BYTES && segment.getLong(segment.position()) >>> 16 == EXIF;
    }

    private static PhotoOrientation inExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * TAG_LENGTH;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int code = tiff.getShort(entry + 8) & 0xFFFF;
                return code >= 1 && code <= 8 ? new PhotoOrientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return code >= 5;
    }

    /** From the pixels as they lie, so many wide and high, to the picture as it was seen. */
    AffineTransform upright(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
