package feiyan.web.api;

/** Ends a request before its command with a problem of {@code problem.<code>}. */
class ApiStop extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ApiStop(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
