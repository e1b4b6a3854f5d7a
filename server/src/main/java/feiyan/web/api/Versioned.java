package feiyan.web.api;

/** A view of something that commands change: its entity tag begins with the version, and {@link IfMatch} names it. */
public interface Versioned {

    int version();
}
