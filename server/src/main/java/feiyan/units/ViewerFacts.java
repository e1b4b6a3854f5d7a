package feiyan.units;

import feiyan.web.Viewer.Standing;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module above knows about the person who looks at a page: a volunteer, with two messages to read. Every page
 * asks, so it is all asked in one statement: each module brings its piece, over tables of its own.
 */
public interface ViewerFacts {

    /** SQL that finds one integer or none about {@code :person} of {@code :county}. */
    String sql();

    default Set<Standing> standings(@Nullable Integer found) {
        return Set.of();
    }

    default int unread(@Nullable Integer found) {
        return 0;
    }
}
