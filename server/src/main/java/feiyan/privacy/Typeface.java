package feiyan.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The letters of a document: Noto Sans SC (SIL Open Font License), which has the 30,000 characters that people write. A
 * name may have one that it lacks: then the character's number stands for it, and nothing is lost.
 */
@Component
class Typeface {

    static final String FAMILY = "Noto Sans SC";

    private static final String FILE = "/privacy/font/NotoSansSC-Regular.ttf";

    private @Nullable BitSet drawn;

    InputStream open() {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE);
    }

    /** Each character that the typeface lacks, and each that has no shape, as {@code 〔U+20BB7〕}. */
    String readable(String words) {
        var has = drawn();
        var readable = new StringBuilder(words.length());
        words.codePoints().forEach(character -> {
            if (character == '\n' || has.get(character)) {
                readable.appendCodePoint(character);
            } else {
                readable.append("〔U+%04X〕".formatted(character));
            }
        });
        return readable.toString();
    }

    private synchronized BitSet drawn() {
        if (drawn == null) {
            drawn = read();
        }
        return drawn;
    }

    private BitSet read() {
        try (var file = open();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return covered(font.getUnicodeCmapLookup());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " is in every jar", unreadable);
        }
    }

    private static BitSet covered(CmapLookup glyphs) {
        var covered = new BitSet(Character.MAX_CODE_POINT);
        for (int character = ' '; character <= Character.MAX_CODE_POINT; character++) {
            boolean shape = !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
            covered.set(character, shape && glyphs.getGlyphId(character) > 0);
        }
        return covered;
    }
}
