package feiyan.web.api;

import feiyan.web.Mistakes;

/** The request is readable and wrong: 422 with what to put right, field by field. */
public class Unprocessable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Mistakes mistakes;

    public Unprocessable(Mistakes mistakes) {
        super("mistaken request", null, false, false);
        this.mistakes = mistakes;
    }

    /** For one field alone; {@code code} is a message key. */
    public static Unprocessable of(String field, String code, Object... args) {
        return new Unprocessable(new Mistakes().add(field, code, args));
    }

    Mistakes mistakes() {
        return mistakes;
    }
}
