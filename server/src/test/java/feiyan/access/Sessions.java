package feiyan.access;

import feiyan.accounts.SignIns;
import feiyan.platform.AppClock;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** True sessions in the database, opened as the last step of each way in opens them. */
final class Sessions implements Passes {

    private final Filter sessionFilter;
    private final SignIns signIns;
    private final Town town;
    private final AppClock clock;
    private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();

    Sessions(Filter sessionFilter, SignIns signIns, Town town) {
        this.sessionFilter = sessionFilter;
        this.signIns = signIns;
        this.town = town;
        this.clock = town.the(AppClock.class);
    }

    @Override
    public Pass of(String column, @Nullable Instant moment) {
        if (column.equals("out.n")) {
            return new Pass.Nothing();
        }
        return new Pass.Session(cookies.computeIfAbsent(
                column + " at " + moment,
                who -> moment == null ? signIn(column) : clock.at(moment, () -> signIn(column))));
    }

    private Cookie signIn(String column) {
        var response = new MockHttpServletResponse();
        try {
            sessionFilter.doFilter(
                    new MockHttpServletRequest(),
                    response,
                    (request, answer) -> signIns.open(
                            (HttpServletRequest) request, (HttpServletResponse) answer, town.signedIn(column)));
        } catch (IOException | ServletException failure) {
            throw new IllegalStateException(failure);
        } finally {
            SecurityContextHolder.clearContext();
        }
        return Objects.requireNonNull(response.getCookie("feiyan"), "a session's cookie");
    }
}
