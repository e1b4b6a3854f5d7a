package feiyan.platform;

import java.io.Serial;

/** A value was sealed with a key that is not in the ring. The message is for whoever runs the server. */
public class KeyMissing extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public KeyMissing(String message) {
        super(message);
    }
}
