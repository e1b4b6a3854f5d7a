package feiyan.platform;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A sealed value was changed, moved to another row, or never was one. Says where, never what. */
public class SealBroken extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
