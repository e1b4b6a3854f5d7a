package feiyan.messages;

import java.util.List;
import java.util.Locale;

/** What people choose a way for: kinds of notice that concern the same reader and matter about as much. */
public enum Topic {
    /** Of one's own orders what one must know in time: somebody may be waiting at the door. */
    NEEDS,
    /** How one's own orders get on otherwise. */
    NEEDS_PROGRESS,
    /** Somebody is asked to serve, and the answer has a deadline. */
    OFFERS,
    /** Services one has a part in. */
    SERVICES,
    SERVICES_PROGRESS,
    /** For staff; all else lies in their inbox. */
    DESK;

    private static final List<Way> ALL = List.of(Way.APP, Way.TEXT, Way.DIGEST);
    private static final List<Way> AT_ONCE = List.of(Way.APP, Way.TEXT);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Topic of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What may be chosen. A digest would come after an offer's deadline. */
    public List<Way> ways() {
        return this == OFFERS ? AT_ONCE : ALL;
    }

    /**
     * Where nobody chose.
     *
     * @param readsInApp signs in, and without the elder view: whoever does not may never look here
     */
    public Way standard(boolean readsInApp) {
        return switch (this) {
            case NEEDS -> readsInApp ? Way.APP : Way.TEXT;
            case OFFERS, SERVICES, DESK -> Way.TEXT;
            case NEEDS_PROGRESS, SERVICES_PROGRESS -> Way.APP;
        };
    }
}
