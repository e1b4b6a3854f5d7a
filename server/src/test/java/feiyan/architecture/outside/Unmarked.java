package feiyan.architecture.outside;

/** In a package that does not say what may be null, as none of the house is. */
public final class Unmarked {

    private Unmarked() {}
}
