package feiyan.web.api;

/** What an endpoint's answer tells the filters before it, as attributes of the request. */
final class Passing {

    /** The version of what a read shows. */
    static final String VERSION = Passing.class.getName() + ".version";

    /** The answer is for this moment alone. */
    static final String DECIDED_ANEW = Passing.class.getName() + ".decidedAnew";

    /** Somebody was in the way; the same request may go through in a moment. */
    static final String TRY_AGAIN = Passing.class.getName() + ".tryAgain";

    private Passing() {}
}
