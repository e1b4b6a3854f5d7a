package feiyan.dispatch.map;

import feiyan.units.CoarsePosition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something on a map. Its place is coarse: no map of ours leads to a door.
 *
 * @param mark at most some signs that stand in the point and at the line of the page that it belongs to; may be empty
 * @param label what it is called
 * @param lines what else is said of it
 * @param href where more of it stands: a path or the {@code #id} of a line of the page; null where nowhere
 */
public record MapPlace(
        Kind kind,
        CoarsePosition at,
        String mark,
        String label,
        List<Line> lines,
        @Nullable String href) {

    /** A message and its arguments, said in the reader's language. */
    public record Line(String code, List<Object> args) {

        public Line {
            args = List.copyOf(args);
        }

        public static Line of(String code, Object... args) {
            return new Line(code, List.of(args));
        }

        /** What is said as it stands: a name, a time. */
        public static Line plain(String text) {
            return of("map.plain", text);
        }
    }

    /** Told apart by shape and mark, not by colour alone. */
    public enum Kind {
        /** Where somebody is needed. */
        ORDER,
        /** Where somebody is needed and nobody is to be found. */
        GAP,
        /** Where somebody lives who could be asked. */
        PERSON,
        /** Where somebody lives who is proposed, asked, or will come. */
        CHOSEN;

        /** As the stylesheet calls it. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MapPlace {
        lines = List.copyOf(lines);
    }
}
