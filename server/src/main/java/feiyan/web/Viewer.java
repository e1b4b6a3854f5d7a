package feiyan.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at the page, as far as every page shows it.
 *
 * @param county as it stands in the header; empty where it is not known yet
 * @param station the station to call, on every page; null where the viewer has none
 * @param unread messages not looked at yet
 */
public record Viewer(
        Set<Standing> standings,
        String name,
        String county,
        @Nullable Station station,
        int unread) {

    /** A person may stand in several: a volunteer orders a service for her mother. */
    public enum Standing {
        RESIDENT,
        VOLUNTEER,
        /** Leads a team, and so answers for it. */
        LEADER,
        STAFF,
        /** Staff before whom orders come: clerks and dispatchers. */
        DESK,
        /** Staff who keep the register of volunteers: all but auditors, who only read. */
        KEEPER,
        /** Reads who saw what. */
        AUDITOR
    }

    public record Station(String name, String phone) {}

    static final Viewer NOBODY = new Viewer(Set.of(), "", "", null, 0);

    public Viewer {
        standings = Set.copyOf(standings);
    }

    public static Viewer signedOut(String county) {
        return new Viewer(Set.of(), "", county, null, 0);
    }

    public boolean is(Standing standing) {
        return standings.contains(standing);
    }

    public boolean isVolunteer() {
        return is(Standing.VOLUNTEER);
    }

    public boolean isStaff() {
        return is(Standing.STAFF);
    }

    public boolean isSignedIn() {
        return !standings.isEmpty();
    }
}
