package feiyan.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/**
 * The cipher that remembers the fingerprints of what comes again and again, as the pieces of a county's words do: a
 * loader of a million orders would take most of its time for them. It stands in this package to be one of the house's.
 */
@NullMarked
public final class RememberingCipher extends FieldCipher {

    /** Pieces of words are two signs or a few letters; of numbers, which are longer, no two are alike. */
    private static final int SHORT = 3;

    private record Piece(String purpose, String value) {}

    private final Map<Piece, byte[]> known = new ConcurrentHashMap<>();

    public RememberingCipher(KeyRing keys) {
        super(keys);
    }

    @Override
    public byte[] fingerprint(String purpose, String value) {
        return value.length() > SHORT
                ? super.fingerprint(purpose, value)
                : known.computeIfAbsent(
                        new Piece(purpose, value), piece -> super.fingerprint(piece.purpose(), piece.value()));
    }
}
