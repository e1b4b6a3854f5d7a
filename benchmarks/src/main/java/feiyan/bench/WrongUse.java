package feiyan.bench;

/** What was asked for cannot be measured; the message says why, for the person at the terminal. */
public final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WrongUse(String message) {
        super(message);
    }
}
