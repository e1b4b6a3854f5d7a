package feiyan.web.api;

/** The token is good, but was not made for this. */
class TooNarrow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String scope;

    TooNarrow(String scope) {
        super("needs " + scope, null, false, false);
        this.scope = scope;
    }

    String scope() {
        return scope;
    }

    /** As RFC 6750, section 3 has it. */
    String challenge() {
        return BearerFilter.CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
    }
}
