package feiyan.platform;

import java.nio.file.Path;

/** A cipher with keys of its own, for tests of other modules that need no house around it. */
public final class SpareCipher {

    private SpareCipher() {}

    public static FieldCipher in(Path folder) {
        return new FieldCipher(new FileKeyRing(folder));
    }
}
