package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Outcome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a photo before it is kept, and what is no photo. */
class PhotoTest {

    @Test
    void nothingOfTheFileIsKeptButThePicture() throws IOException {
        var sent = Pictures.withExif(Pictures.jpeg(Pictures.redLeft(400, 200)), 1);
        assertThat(text(sent)).contains(Pictures.GPS_CANARY);
        var kept = Photo.read(sent).orThrow();
        assertThat(text(kept)).doesNotContain(Pictures.GPS_CANARY).doesNotContain("Exif");
        var shown = shown(kept);
        assertThat(shown.getWidth()).isEqualTo(400);
        assertThat(isRed(shown, 40, 100)).isTrue();
        assertThat(isRed(shown, 360, 100)).isFalse();
    }

    @Test
    void aLargePhotoIsDrawnSmallerAndKeepsItsShape() throws IOException {
        var shown =
                shown(Photo.read(Pictures.jpeg(Pictures.redLeft(5000, 2500))).orThrow());
        assertThat(shown.getWidth()).isEqualTo(Photo.LONGEST_SIDE);
        assertThat(shown.getHeight()).isEqualTo(Photo.LONGEST_SIDE / 2);
        assertThat(isRed(shown, 100, 400)).isTrue();
    }

    @Test
    void whatCanBeSeenThroughBecomesWhite() throws IOException {
        var clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        var shown = shown(Photo.read(Pictures.png(clear)).orThrow());
        assertThat(new Color(shown.getRGB(30, 20)).getGreen()).isGreaterThan(250);
    }

    /** The left half is red as the sensor saw it; each line says where the red is once the picture is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 200, 40, 100", "2, 400, 200, 360, 100", "3, 400, 200, 360, 100", "4, 400, 200, 40, 100",
        "5, 200, 400, 100, 40", "6, 200, 400, 100, 40", "7, 200, 400, 100, 360", "8, 200, 400, 100, 360"
    })
    void aPhotoTakenWithThePhoneTurnedIsUpright(int orientation, int width, int height, int x, int y)
            throws IOException {
        var sent = Pictures.withExif(Pictures.jpeg(Pictures.redLeft(400, 200)), orientation);
        var shown = shown(Photo.read(sent).orThrow());
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(shown.getHeight()).isEqualTo(height);
        assertThat(isRed(shown, x, y)).isTrue();
        assertThat(isRed(shown, width - x, height - y)).isFalse();
    }

    /** A file of some bytes that would fill the memory once it is drawn is refused by what it says of itself. */
    @ParameterizedTest
    @ValueSource(ints = {50_000, 2_000_000})
    void aBombIsRefusedUnread(int side) {
        assertThat(refusal(Photo.read(bomb(side)))).isEqualTo("media.no_photo");
    }

    @Test
    void whatIsNoPhotoIsRefusedWhateverItIsCalled() throws IOException {
        var whole = Pictures.jpeg(Pictures.redLeft(300, 300));
        assertThat(refusal(Photo.read(new byte[0]))).isEqualTo("media.no_photo");
        assertThat(refusal(Photo.read("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("media.no_photo");
        assertThat(refusal(Photo.read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2})))
                .isEqualTo("media.no_photo");
        assertThat(refusal(Photo.read(java.util.Arrays.copyOf(whole, 200)))).isEqualTo("media.no_photo");
    }

    @Test
    void exifThatLiesAboutItsLengthIsUpright() {
        var broken = Pictures.withExif(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, 6);
        var cut = java.util.Arrays.copyOf(broken, 24);
        assertThat(PhotoOrientation.of(cut)).isEqualTo(new PhotoOrientation(1));
        assertThat(PhotoOrientation.of(broken)).isEqualTo(new PhotoOrientation(6));
    }

    @Test
    void aRecordingIsKnownByItsFirstBytes() {
        assertThat(VoiceType.of(Pictures.webm())).contains("audio/webm");
        assertThat(VoiceType.of("OggS and more".getBytes(StandardCharsets.US_ASCII)))
                .contains("audio/ogg");
        assertThat(VoiceType.of("\0\0\0\40ftypM4A and more".getBytes(StandardCharsets.US_ASCII)))
                .contains("audio/mp4");
        assertThat(VoiceType.of("<html>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(VoiceType.of(new byte[] {0x1A})).isEmpty();
    }

    /** The head of a PNG of that size, and hardly anything behind it. */
    private static byte[] bomb(int side) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(side)
                .putInt(side)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var check = new CRC32();
        check.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(head)
                .putInt((int) check.getValue())
                .array();
    }

    private static BufferedImage shown(byte[] kept) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(kept));
    }

    private static boolean isRed(BufferedImage shown, int x, int y) {
        var color = new Color(shown.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 80;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
