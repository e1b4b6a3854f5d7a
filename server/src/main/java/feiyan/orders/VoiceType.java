package feiyan.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a recording is, by its first bytes: neither its name nor what the browser says of it counts. */
final class VoiceType {

    private static final byte[] WEBM = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final byte[] OGG = "OggS".getBytes(StandardCharsets.US_ASCII);
    /** After the length of the first box. */
    private static final byte[] MP4 = "ftyp".getBytes(StandardCharsets.US_ASCII);

    private VoiceType() {}

    static Optional<String> of(byte[] sent) {
        if (has(sent, 0, WEBM)) {
            return Optional.of("audio/webm");
        }
        if (has(sent, 0, OGG)) {
            return Optional.of("audio/ogg");
        }
        return has(sent, 4, MP4) ? Optional.of("audio/mp4") : Optional.empty();
    }

    private static boolean has(byte[] sent, int at, byte[] sign) {
        return sent.length > at + sign.length && Arrays.equals(sent, at, at + sign.length, sign, 0, sign.length);
    }
}
