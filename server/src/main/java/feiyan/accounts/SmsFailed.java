package feiyan.accounts;

import java.io.Serial;

/** A text message did not leave the house. */
public class SmsFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public SmsFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
