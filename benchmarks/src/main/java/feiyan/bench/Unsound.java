package feiyan.bench;

/** What was measured is not as it must be, however fast it was. */
public final class Unsound extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unsound(String what) {
        super(what, null, false, false);
    }
}
