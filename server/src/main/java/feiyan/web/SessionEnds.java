package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the sign-in of this request ends, for the page that warns before it does.
 *
 * @param idle so long from now, where nothing is done meanwhile
 * @param longest so long from now, whatever is done
 * @param staff who are warned, since theirs ends soon
 * @param elsewhere whether staff are outside their networks, and so no staff for now
 */
public record SessionEnds(Duration idle, Duration longest, boolean staff, boolean elsewhere) {

    private static final String KNOWN = SessionEnds.class.getName();

    public void tell(HttpServletRequest request) {
        request.setAttribute(KNOWN, this);
    }

    public static @Nullable SessionEnds of(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof SessionEnds known ? known : null;
    }

    public long idleSeconds() {
        return idle.toSeconds();
    }

    public long longestSeconds() {
        return longest.toSeconds();
    }
}
