package feiyan.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of an uploaded file, whichever program saved it: Excel in China writes GBK, and UTF-16 as "Unicode text".
 */
public final class FileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** The superset of GBK and GB2312. It reads almost any bytes, so it comes last. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private FileText() {}

    /** Empty where it is no text at all. */
    public static Optional<String> of(byte[] file) {
        return Stream.of(hasUtf16Mark(file) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8, CHINESE)
                .flatMap(charset -> decoded(file, charset).stream())
                .filter(text -> text.indexOf('\0') < 0)
                .map(FileText::withoutMark)
                .findFirst();
    }

    private static boolean hasUtf16Mark(byte[] file) {
        return file.length >= 2 && (file[0] & 0xFF) + (file[1] & 0xFF) == 0xFE + 0xFF && (file[0] & 0xFF) >= 0xFE;
    }

    /** Strict: a wrong guess must fail, not turn names into question marks. */
    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
