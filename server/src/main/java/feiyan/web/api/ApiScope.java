package feiyan.web.api;

import feiyan.web.Viewer.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a token can be made for. Each has its words under {@code api.scope.*}, with a dot for the colon. */
public enum ApiScope {
    ORDERS_READ("orders:read", Standing.RESIDENT),
    ORDERS_WRITE("orders:write", Standing.RESIDENT),
    /** The door and the telephone; each view stands in the audit. */
    CONTACTS_READ("contacts:read", Standing.RESIDENT),
    MESSAGES_READ("messages:read", Standing.RESIDENT),
    MESSAGES_WRITE("messages:write", Standing.RESIDENT),
    MENU_READ("menu:read", Standing.RESIDENT),
    UNITS_READ("units:read", Standing.RESIDENT),
    /** Offers, seats and check-ins of the person's own, and of teams led. */
    SERVICES_READ("services:read", Standing.RESIDENT),
    SERVICES_WRITE("services:write", Standing.RESIDENT),
    /** A unit's desk: review, groups, call-backs, the search. */
    DESK_READ("desk:read", Standing.STAFF),
    DESK_WRITE("desk:write", Standing.STAFF),
    DISPATCH_READ("dispatch:read", Standing.STAFF),
    DISPATCH_WRITE("dispatch:write", Standing.STAFF),
    VOLUNTEERS_READ("volunteers:read", Standing.STAFF),
    VOLUNTEERS_WRITE("volunteers:write", Standing.STAFF),
    MENU_WRITE("menu:write", Standing.STAFF),
    UNITS_WRITE("units:write", Standing.STAFF),
    WEBHOOKS_WRITE("webhooks:write", Standing.STAFF);

    private final String written;
    private final Standing least;

    ApiScope(String written, Standing least) {
        this.written = written;
        this.least = least;
    }

    /** As it stands in a token and in {@link NeedsScope}. */
    public String written() {
        return written;
    }

    /** The part of a message key. */
    public String word() {
        return written.replace(':', '.');
    }

    public static Optional<ApiScope> find(String written) {
        return Arrays.stream(values())
                .filter(scope -> scope.written.equals(written))
                .findFirst();
    }

    /** Those that somebody can give to a token: nobody asks for a desk who has none. */
    public static List<ApiScope> openTo(Set<Standing> standings) {
        return Arrays.stream(values())
                .filter(scope -> scope.least == Standing.RESIDENT || standings.contains(scope.least))
                .toList();
    }
}
